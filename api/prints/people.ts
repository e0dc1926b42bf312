/** People in charge as prints call them. */
import { ROLES } from '#geodata/responsibility/roles.ts'
import type { Responsible } from '../responsibility/responsible.ts'
import type { Language } from '../words/index.ts'
import { nameIn } from './map/ground.ts'

export const roleLabel = ({ role }: Pick<Responsible, 'role'>, language: Language): string =>
  ROLES.find(({ id }) => id === role)?.label[language] ?? role

/** The first of somebody's posts; null where there is none. */
export function postOf({ person }: Pick<Responsible, 'person'>, language: Language): string | null {
  const [post] = person.posts
  return post ? nameIn(post, language) : null
}
