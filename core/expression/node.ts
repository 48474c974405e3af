/** Where in the text something stands. */
export type Span = Readonly<{ from: number; to: number }>

export const signs = ["||", "&&", "==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%"] as const
export type Sign = (typeof signs)[number]

export const loops = ["all", "exists", "filter", "map"] as const
export type Loop = (typeof loops)[number]

/** An expression as it was read: what CEL offers, less what is not offered here. */
export type Node = Span &
  (
    | Readonly<{ op: "literal"; value: number | boolean | string }>
    | Readonly<{ op: "name"; name: string }>
    | Readonly<{ op: "field"; of: Node; name: string }>
    | Readonly<{ op: "not" | "negative"; of: Node }>
    | Readonly<{ op: "binary"; sign: Sign; left: Node; right: Node }>
    | Readonly<{ op: "choose"; condition: Node; yes: Node; no: Node }>
    | Readonly<{ op: "list"; items: readonly Node[] }>
    /** Of a method, `a.contains(b)`, what it belongs to is the first argument. */
    | Readonly<{ op: "call"; name: string; args: readonly Node[] }>
    | Readonly<{ op: "loop"; loop: Loop; list: Node; each: string; body: Node }>
  )
