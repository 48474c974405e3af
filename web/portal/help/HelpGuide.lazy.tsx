import { Guide } from "#acts/Guide"

export default Guide
