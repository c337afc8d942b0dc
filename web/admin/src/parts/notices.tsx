import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** What was done, said at the foot of the page; nothing needs it before something is done. */
export function Notices() {
  return <Notifications position="bottom-center" />;
}
