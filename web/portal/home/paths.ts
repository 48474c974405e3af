export const portalHomePath = (): string => "/portal"
