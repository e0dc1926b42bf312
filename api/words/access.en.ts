import type { accessZhCN } from './access.zh-CN.ts'

export const accessEn: typeof accessZhCN = {
  not_signed_in: () => 'Sign in first. Programs send an access token in the Authorization header.',
  right_missing: () => 'Your account does not have this right. Ask an administrator.',
  outside_territory: () => 'This lies outside the territory of your account.',
  token_read_only: () => 'This access token may read only.',
  csrf_missing: () => 'The request lacks its anti-forgery token, or the token has expired. Reload the page and try again.',
  origin_foreign: () => 'The request comes from another site and was refused.',
  sign_in_refused: () => 'The account or the password is wrong.',
  sign_in_locked: ({ minutes }) => `Too many failed attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  sign_in_busy: () => 'Too many people are signing in at once. Try again in a moment.',
  password_change_required: () => 'Change your first password before anything else.',
  password_wrong: () => 'The present password is wrong.',
  password_weak: ({ minimum }) =>
    `A password has at least ${minimum} characters, is not the account's name, not a common one, and not the old one.`,
  body_invalid: ({ field }) => `“${field}” is missing in the body of the request, or not as it should be.`,
  version_conflict: () => 'Somebody else has just changed this. Look at the new content, then decide.',
  if_match_required: () => 'A change needs an If-Match header with the version you saw.',
  account_not_found: () => 'There is no such account.',
  account_name_taken: ({ name }) => `The account name “${name}” is taken.`,
  account_is_own: () => 'You can neither disable your own account nor give up its administration.',
  token_not_found: () => 'There is no such access token.',
}
