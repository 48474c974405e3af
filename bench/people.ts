import { setTimeout as sleep } from "node:timers/promises"
import type { KeelsonChild } from "./child.ts"

const owner = { email: "owner@host.example", password: "a password for the bench" }

/** Makes the first owner and workspace through the printed link; answers the workspace's short name. */
export const setUp = async (keelson: KeelsonChild): Promise<string> => {
  const token = await printedToken(keelson)
  const answer = await post(`${keelson.address}/api/set-up`, {
    token,
    ...owner,
    name: "Owner",
    workspaceName: "Bench",
    timeZone: "Europe/Berlin",
    currency: "EUR",
  })
  return ((await answer.json()) as { slug: string }).slug
}

/** The link is printed a moment after the server answers. */
const printedToken = async (keelson: KeelsonChild): Promise<string> => {
  for (let tries = 0; tries < 100; tries++) {
    const token = /setup\?token=(\S+)\s/.exec(keelson.said())?.[1]
    if (token !== undefined) return decodeURIComponent(token)
    await sleep(50)
  }
  throw new Error(`Keelson printed no set-up link:\n${keelson.said()}`)
}

/** Signs the owner in; answers the cookie. */
export const signIn = async ({ address }: Pick<KeelsonChild, "address">): Promise<string> => {
  const answer = await post(`${address}/api/auth/sign-in/email`, owner)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ")
}

const post = async (url: string, body: object): Promise<Response> => {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(url).origin },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
