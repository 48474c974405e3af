import { Notifications } from "@mantine/notifications"

/** Where the page says what was done; nobody has done anything by the first paint. */
const Notices = () => <Notifications position="bottom-right" limit={4} />

export default Notices
