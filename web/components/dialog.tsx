import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "../language.tsx";

type Props = { title: ReactNode; onClose: () => void; size?: string; children: ReactNode };

/** A window above the page. Its head is no second banner of the page, whatever element the library uses. */
export function Dialog({ title, onClose, size = "md", children }: Props) {
  const { m } = useWords();
  return (
    <Modal.Root opened onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="none">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={m.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
