/** Every address a page of ours has. Links are built here and nowhere else; `slug` is the workspace. */
export const paths = {
  root: () => "/",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation?token=${encodeURIComponent(token)}`,
  setup: (token: string) => `/setup?token=${encodeURIComponent(token)}`,

  home: (slug: string) => within(slug, "home"),
  portfolio: (slug: string) => within(slug, "portfolio"),
  partnership: (slug: string, partnership: string) => within(slug, "partnerships", partnership),
  newPartnership: (slug: string) => within(slug, "new-partnership"),
  newAgreement: (slug: string, partnership: string) => within(slug, "partnerships", partnership, "new-agreement"),
  organizations: (slug: string) => within(slug, "organizations"),
  organization: (slug: string, organization: string) => within(slug, "organizations", organization),
  imports: (slug: string) => within(slug, "imports"),
  importRun: (slug: string, run: string) => within(slug, "imports", run),
  notifications: (slug: string) => within(slug, "notifications"),
  audit: (slug: string) => within(slug, "audit"),
  settings: (slug: string, section?: string) => within(slug, "settings", ...(section ? [section] : [])),

  portal: () => "/portal",
  portalHome: (slug: string) => `/portal/${encodeURIComponent(slug)}`,
} as const

function within(slug: string, ...parts: string[]): string {
  return ["/w", slug, ...parts].map((part, index) => (index === 0 ? part : encodeURIComponent(part))).join("/")
}
