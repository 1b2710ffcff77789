import { useState, useSyncExternalStore } from 'react';
import { EditorUi, type UiState } from './editorUi';

export function useEditorUi(): EditorUi {
  const [ui] = useState(() => new EditorUi());
  return ui;
}

export function useUiState(ui: EditorUi): UiState {
  return useSyncExternalStore(ui.subscribe, () => ui.state);
}
