import type { Sign } from "./node.ts"
import { boolean, isSame, type Known, type Type } from "./types.ts"

const amounts: readonly Type["kind"][] = ["number", "money", "rate"]
const ordered: readonly Type["kind"][] = [...amounts, "date", "instant"]
const compared: readonly Type["kind"][] = [...ordered, "boolean", "text", "choice"]

/** A choice is compared with a text; whether that is one of its values is asked beside it. */
const isAlike = (a: Type, b: Type): boolean =>
  isSame(a, b) || (a.kind === "choice" && b.kind === "text") || (a.kind === "text" && b.kind === "choice")

/** What an operation gives, or in words what it takes. */
export const binaryType = (sign: Sign, left: Type, right: Type): Type | string => {
  switch (sign) {
    case "&&":
    case "||":
      return left.kind === "boolean" && right.kind === "boolean" ? boolean : "boolean on both sides"
    case "==":
    case "!=":
      return compared.includes(left.kind) && isAlike(left, right) ? boolean : "two values of one kind"
    case "<":
    case "<=":
    case ">":
    case ">=":
      return ordered.includes(left.kind) && isSame(left, right)
        ? boolean
        : "two numbers, amounts, rates, dates or instants"
    case "in":
      return right.kind === "list" && compared.includes(right.of.kind) && isAlike(left, right.of)
        ? boolean
        : "a value and a list of its kind"
    case "+":
    case "-":
      return amounts.includes(left.kind) && isSame(left, right)
        ? left
        : "two numbers, rates, or amounts in one currency"
    case "*":
    case "/":
    case "%":
      return left.kind === "number" && right.kind === "number" ? left : "two numbers"
  }
}

/** Of values of the types above, both known. Undefined where arithmetic has no answer. */
export const binaryValue = (sign: Sign, left: Known, right: Known): Known | undefined => {
  const [a, b] = [left as number, right as number]
  switch (sign) {
    case "==":
      return left === right
    case "!=":
      return left !== right
    case "<":
      return a < b
    case "<=":
      return a <= b
    case ">":
      return a > b
    case ">=":
      return a >= b
    case "in":
      return (right as readonly Known[]).includes(left)
    default:
      return sum(sign, left, right)
  }
}

const sum = (sign: Sign, left: Known, right: Known): Known | undefined => {
  // Amounts are only added and taken away: check.ts lets nothing else through.
  if (typeof left === "bigint" && typeof right === "bigint") return sign === "+" ? left + right : left - right
  const [a, b] = [left as number, right as number]
  const value = sign === "+" ? a + b : sign === "-" ? a - b : sign === "*" ? a * b : sign === "/" ? a / b : a % b
  return Number.isFinite(value) ? value : undefined
}
