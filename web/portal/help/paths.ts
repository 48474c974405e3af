import { paths } from "#client/paths"

export const portalHelpPath = (): string => `${paths.portal()}/-/help`
