/** Columns of lists of cases. */
import type { GridOfCase } from '#geodata/cases/records.ts'
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import type { Language } from '../../words/index.ts'
import { nameIn } from '../map/ground.ts'
import { countField, type Field, textField } from '../report/fields.ts'
import type { BulletinQuestion } from './question.ts'
import type { ListedCase } from './store.ts'

type Names = readonly [name: string | null, name_en: string | null]

const named = ([name, name_en]: Names, language: Language): string | null =>
  name === null ? null : nameIn({ name, name_en }, language)

export function overdueFields(language: Language): Field<ListedCase>[] {
  const { overdueColumns: columns, stages } = BULLETIN_TEXT[language]
  return [
    textField('number', columns.number, ({ number }) => number, { breaks: false }),
    textField('kind', columns.kind, (one) => named([one.kind, one.kind_en], language)),
    textField('community', columns.community, (one) => named([one.community, one.community_en], language)),
    textField('organisation', columns.organisation, (one) => named([one.organisation, one.organisation_en], language)),
    textField('stage', columns.stage, ({ stage }) => stages[stage], { align: 'center' }),
    textField('due', columns.due, ({ due }) => due, { align: 'center', breaks: false }),
    countField('days', columns.days, ({ days_overdue }) => days_overdue),
  ]
}

export function caseFields({ language, by, scheme, level }: BulletinQuestion): Field<ListedCase>[] {
  const { caseColumns: columns, stages, sources } = BULLETIN_TEXT[language]
  const text = (key: keyof typeof columns, of: (one: ListedCase) => string | null) => textField<ListedCase>(key, columns[key], of)
  const count = (key: keyof typeof columns, of: (one: ListedCase) => number | null) =>
    countField<ListedCase>(key, columns[key], of)
  const gridOf = ({ grids }: ListedCase): GridOfCase | undefined =>
    grids.find((grid) => grid.scheme === scheme && grid.level === level)
  const gridName = (one: ListedCase): string | null => {
    const grid = gridOf(one)
    return grid ? named([grid.name, grid.name_en], language) : null
  }
  return [
    text('number', ({ number }) => number),
    text('code', ({ kind_code }) => kind_code),
    text('kind', (one) => named([one.kind, one.kind_en], language)),
    text('class', (one) => named([one.class, one.class_en], language)),
    text('source', ({ source }) => sources[source]),
    text('community_code', ({ community_code }) => community_code),
    text('community', (one) => named([one.community, one.community_en], language)),
    ...(by === 'grid' ? [text('grid_code', (one) => gridOf(one)?.code ?? null), text('grid', gridName)] : []),
    text('place', ({ place }) => place),
    text('organisation', (one) => named([one.organisation, one.organisation_en], language)),
    text('person', (one) => named([one.person, one.person_en], language)),
    text('found', ({ found }) => found),
    text('filed', ({ filed }) => filed),
    text('due', ({ due }) => due),
    text('closed', ({ closed }) => closed),
    text('stage', ({ stage }) => stages[stage]),
    count('returns', ({ returns }) => returns),
    count('reworks', ({ reworks }) => reworks),
    count('extensions', ({ extensions }) => extensions),
    count('overdue', ({ days_overdue }) => days_overdue),
  ]
}
