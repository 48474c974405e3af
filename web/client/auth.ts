import { magicLinkClient, twoFactorClient } from "better-auth/client/plugins"
import { createAuthClient } from "better-auth/react"

/** Signing in and everything around it; the server answers below `/api/auth`. Loaded with the sign-in pages only. */
export const auth = createAuthClient({ plugins: [magicLinkClient(), twoFactorClient()] })
