/** Where each text of one language is fetched, by area or subject; made by the build (vite.config.ts). */
declare module "virtual:texts/*" {
  export const texts: Readonly<Record<string, () => Promise<{ default: Record<string, unknown> }>>>
}
