export { actorOf } from '../core/actors.ts'
export { ROLES, type Role } from '../core/roles.ts'
export {
  acceptInvitation,
  type Invitation,
  invitations,
  invite,
  openInvitation,
  takeBack,
} from './invitations.ts'
export { Email, makeOwner, type Owner, welcomeOwner } from './owner.ts'
export { MOST_PASSWORD, newPassword, WEAKEST_PASSWORD } from './password.ts'
export { changeRole, colleagues, letIn, mayStill, type Place, placeOf, placesOf, takeOut } from './people.ts'
export { may, PERMISSIONS, type Permission } from './permissions.ts'
export { openSignIn, type Person, type SignIn } from './sign-in.ts'
