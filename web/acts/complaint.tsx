import { useTranslation } from "react-i18next"
import type { ExpressionComplaint } from "#core/expression/shapes"

/** What is wrong with a condition, as a sentence. */
export const useComplaint = () => {
  const { t } = useTranslation("attention")
  return ({ reason, found, expected }: ExpressionComplaint) => t(`complaint.${reason}`, { found, expected })
}
