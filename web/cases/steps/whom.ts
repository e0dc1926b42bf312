import type { Handlers } from '#api/cases/handlers_store.ts'
import { nameOf } from '../named.ts'
import type { Whom } from './draft.ts'

/** Whom the rule of the kind names. */
export function proposedWhom(handlers: Handlers, language: string): Whom | undefined {
  const { proposed } = handlers
  return proposed === null
    ? undefined
    : whomOf(handlers, language).find(
        ({ organisation_id, handler_id }) => handler_id === proposed.handler_id && organisation_id === proposed.organisation_id,
      )
}

/** Everybody to whom a case can be given, people before organisations: a case that is a person's is seen to. */
export function whomOf({ people, organisations }: Handlers, language: string): readonly Whom[] {
  return [
    ...people.map((person) => ({
      organisation_id: person.organisation.id,
      handler_id: person.id,
      name: nameOf(person, language),
      aside: [nameOf(person.organisation, language), person.post].filter(Boolean).join(' · '),
    })),
    ...organisations.map((organisation) => ({
      organisation_id: organisation.id,
      handler_id: null,
      name: nameOf(organisation, language),
      aside: '',
    })),
  ]
}
