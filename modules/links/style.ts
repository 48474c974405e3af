/** The whole look of a link's page: one column, the system's font, light or dark as the device is. */
export const style = `
:root { color-scheme: light dark; --ink: #1c1d21; --dim: #575a63; --paper: #fafafb; --card: #fff; --line: #d9dbe0; --accent: #2f5bd0; --on: #fff; --soft: #eef2fd }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --dim: #a9acb6; --paper: #101113; --card: #1a1b1e; --line: #3a3c43; --accent: #8aa9ff; --on: #10131c; --soft: #1f2636 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere }
h1 { font-size: 1.4rem; line-height: 1.25; margin: .25rem 0 .5rem }
.who, .small { color: var(--dim); font-size: .9rem }
dl { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .9rem 1rem; margin: 1rem 0 }
dl:empty { display: none }
dt { color: var(--dim); font-size: .85rem }
dd { margin: 0 0 .7rem; white-space: pre-line }
dd:last-child { margin-bottom: 0 }
.notice, .outcome { background: var(--soft); border-left: 4px solid var(--accent); padding: .7rem 1rem; border-radius: .3rem }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); white-space: pre-line }
button, .button, summary { display: block; width: 100%; min-height: 3rem; padding: .7rem 1rem; margin: .7rem 0; font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: .6rem; cursor: pointer }
.main, .button { color: var(--on); background: var(--accent); border-color: var(--accent) }
summary { list-style: none }
label { display: block; font-weight: 600; margin-top: .5rem }
textarea, input[type=text] { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--dim); border-radius: .4rem; padding: .6rem }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
`
