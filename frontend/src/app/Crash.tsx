import { Component, type ErrorInfo, type ReactNode } from 'react';
import { openText } from '../lib/openText';
import { CrashPage } from './CrashPage';

interface CrashState {
  readonly failure?: { readonly error: unknown; readonly text: string };
}

/** Shows a page that says so where the code of a page fails, and keeps the text that was open. */
export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = {};

  /** The editor is still there at this moment. */
  static getDerivedStateFromError(error: unknown): CrashState {
    return { failure: { error, text: openText() } };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <CrashPage {...failure} />;
  }
}
