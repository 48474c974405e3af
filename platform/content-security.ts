/**
 * What a page may load: our own files only, no inline script. A page with a nonce may make style elements that carry it
 * (the component library does); anything without one, such as the API reference, may style itself inline.
 */
export const contentSecurity = (publicUrl: string, nonce?: string) => {
  const own = nonce === undefined ? ["'self'"] : ["'self'", `'nonce-${nonce}'`]
  return {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: own,
      workerSrc: ["'self'"],
      styleSrc: nonce === undefined ? ["'self'", "'unsafe-inline'"] : own,
      imgSrc: ["'self'", "data:", "blob:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      upgradeInsecureRequests: publicUrl.startsWith("https:") ? [] : null,
    },
  }
}
