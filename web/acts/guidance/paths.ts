/** Where what was said leads, and what is missing where nothing else beside it does; acts know no addresses of an entrance. */
export type LookPaths = Readonly<{ partnership: (id: string) => string; imports?: string }>
