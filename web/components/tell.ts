import { notifications } from "@mantine/notifications";

/** Says briefly that something was done; it goes by itself and asks for nothing. */
export const tell = (message: string): void =>
  void notifications.show({ message, color: "teal", withCloseButton: false, autoClose: 2500 });
