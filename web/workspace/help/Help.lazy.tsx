import { GuideList } from "#acts/GuideList"

const Help = () => <GuideList entrance="workspace" />

export default Help
