import type { Config } from "./config.ts"

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/

/** Whether only this machine can open it: it listens on loopback, and is not said to be anywhere else. */
export const isOnlyHere = ({ host, publicUrl }: Pick<Config, "host" | "publicUrl">): boolean =>
  loopback.test(host) && loopback.test(new URL(publicUrl).hostname)
