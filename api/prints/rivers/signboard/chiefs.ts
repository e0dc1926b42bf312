/** The table of who is responsible, from the county down. */
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { rolesOfLevels } from '../../../rivers/chiefs_store.ts'
import type { List, Row } from '../../../sheets/table.ts'
import type { Language } from '../../../words/index.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import { nameIn } from '../../map/ground.ts'
import { chainageText } from '../chainage.ts'
import type { OnBoard, SegmentOnBoard } from './store.ts'

type Reach = Pick<SegmentOnBoard, 'chainage_from_m' | 'chainage_to_m'>

const COLUMNS = ['role', 'person', 'post', 'telephone'] as const

/** A level without a chief says so; of others than chiefs nobody has to be there. */
export function chiefsList(head: readonly OnBoard[], chiefs: readonly OnBoard[], segment: Reach, language: Language): List {
  const text = RIVER_TEXT[language]
  const having = (role: string) => chiefs.filter((one) => one.role === role)
  const levels = CHIEF_LEVELS.map((level) => ({ label: text.levels[level], people: having(rolesOfLevels([level])[0]!) }))
  const police = having('river_police')
  const groups = [
    ...(head.length > 0 ? [{ label: text.headChief, people: head }] : []),
    ...levels,
    ...(police.length > 0 ? [{ label: text.police, people: police }] : []),
  ]
  const columns = COLUMNS.map((key) => ({
    key,
    title: text.chiefColumns[key],
    align: 'left' as const,
    breaks: key !== 'telephone',
  }))
  return {
    columns,
    rows: groups.flatMap(({ label, people }) =>
      people.length === 0 ? [vacant(label, language)] : people.map((one) => rowOf(label, one, segment, language)),
    ),
  }
}

const vacant = (label: string, language: Language): Row => {
  const { vacant: said, none } = RIVER_TEXT[language]
  return { cells: [label, said, none, none], marked: ['person'] }
}

function rowOf(label: string, one: OnBoard, segment: Reach, language: Language): Row {
  const text = RIVER_TEXT[language]
  const role = one.standing === 'B' ? text.substitute(label) : label
  const office = nameIn({ name: one.organisation, name_en: one.organisation_en }, language)
  const post = one.post === null ? null : nameIn(one.post, language)
  return {
    cells: [
      isWhole(one, segment) ? role : text.onlyStretch(role, chainageText(one.from_m!), chainageText(one.to_m!)),
      nameIn(one, language),
      post === null ? office : `${office}${text.space}${post}`,
      one.telephone ?? text.none,
    ],
    marked: [],
  }
}

/** A metre more or less is the same place. */
const isWhole = ({ from_m, to_m }: OnBoard, { chainage_from_m, chainage_to_m }: Reach): boolean =>
  from_m === null || to_m === null || (from_m <= chainage_from_m + 1 && to_m >= chainage_to_m - 1)
