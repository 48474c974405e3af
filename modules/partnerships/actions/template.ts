import { action, everyone, nothing } from "#platform/action"
import { getTemplate } from "../contract.ts"
import { templateOf } from "../templates.ts"

export const template = action(getTemplate, {
  load: nothing,
  may: everyone,
  act: async (_context, _nothing, { type }) => {
    const { commitments, objectives, signals, ...more } = templateOf(type)
    return { ...more, commitments: [...commitments], objectives: [...objectives], signals: [...signals] }
  },
})
