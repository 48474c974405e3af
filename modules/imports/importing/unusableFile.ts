/** The file cannot be imported at all; the run fails and says so. */
export class UnusableFile extends Error {}
