import type { Language } from "#core/languages"
import { type Html, html } from "./html.ts"
import { style } from "./style.ts"

type Around = Readonly<{ language: Language; nonce: string; title: string; moreStyle?: string }>

/** A page for whoever has no session, whole without scripts: nobody finds it by searching, and it tells no other site where it was. */
export const plainPage = ({ language, nonce, title, moreStyle = "" }: Around, main: Html): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${{ html: `${style}${moreStyle}` }}</style>
</head>
<body>
<main>
${main}
</main>
</body>
</html>`.html
