export { AcceptInvitation } from "./AcceptInvitation.tsx"
export { ForgotPassword } from "./ForgotPassword.tsx"
export { ResetPassword } from "./ResetPassword.tsx"
export { SignIn } from "./SignIn.tsx"
