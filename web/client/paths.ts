/** The addresses outside a workspace. Those below it are built by the area they belong to, in its `paths.ts` (`#paths/<area>`). */
export const paths = {
  root: () => "/",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation?token=${encodeURIComponent(token)}`,
  account: (next: string, workspace?: string) =>
    `/account?${new URLSearchParams({ next, ...(workspace === undefined ? {} : { for: workspace }) })}`,
  verify: () => "/verify",
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}`,

  portal: () => "/portal",
  portalHome: (slug: string) => `/portal/${encodeURIComponent(slug)}`,
  portalPartnership: (slug: string, id: string) =>
    `/portal/${encodeURIComponent(slug)}/partnerships/${encodeURIComponent(id)}`,
} as const

/** An address below a workspace. */
export function within(slug: string, ...parts: string[]): string {
  return ["/w", slug, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join("/")
}
