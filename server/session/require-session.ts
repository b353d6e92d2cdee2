import type { Context } from 'hono'
import type { AppEnv } from '../app-types.ts'
import { HttpProblem } from '../problem.ts'
import type { Role, Session } from './sign-in.ts'

export const sessionCookie = 'holdpoint_session'

/** The session of a request, or 401; with roles, also 403 for a session that has none of them. */
export const requireSession = (c: Context<AppEnv>, roles?: readonly Role[]): Session => {
  const session = c.get('session')
  if (!session) throw new HttpProblem(401, 'not-signed-in')
  if (roles && !session.roles.some((role) => roles.includes(role))) throw new HttpProblem(403, 'role-not-allowed')
  return session
}
