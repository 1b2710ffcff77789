import { Modal, type ModalProps } from '@mantine/core';
import { useLayoutEffect } from 'react';

/** A window over the page. Whatever had the focus before has it again, also where the window is just taken away. */
export function Dialog(props: ModalProps) {
  const { opened } = props;
  useLayoutEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const isNowhere = document.activeElement === document.body;
        if (isNowhere && before instanceof HTMLElement) before.focus();
      }, 0);
    };
  }, [opened]);
  return <Modal centered radius="lg" {...props} />;
}
