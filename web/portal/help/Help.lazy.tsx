import { GuideList } from "#acts/GuideList"

const Help = () => <GuideList entrance="portal" />

export default Help
