import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import { useRights } from '../../access/use_rights.ts'
import type { Scheme } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { pick } from '../../words/words.ts'
import { openAssign } from '../assign/assign.ts'
import { formatStretch } from '../chainage.ts'
import { showPlace } from '../show_place.ts'
import styles from './Findings.module.css'
import type { Finding, FindingKind } from './finding.ts'

/** Findings that somebody new mends, as first or as substitute. Who has left hands over. */
const ASSIGNABLE: readonly FindingKind[] = ['vacant', 'expired', 'without_substitute']

/** Stretches that a row spells out. */
const SOME = 3

export function FindingRow({ finding, schemes }: { finding: Finding; schemes: readonly Scheme[] }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const { layer, object_id: id, person, role, since, gaps } = finding
  const isChosen = useConsole(({ selection }) => id !== null && selection?.layer === layer && selection?.id === id)
  const name = person && ((i18n.language === 'en' && person.name_en) || person.name)
  const title = finding.title ?? finding.code ?? `#${id}`
  const standing = finding.kind === 'without_substitute' ? 'B' : 'A'
  const show = () => {
    if (layer !== null && id !== null) showPlace({ layer, id, bbox: finding.bbox, point: finding.point })
    else if (finding.bbox) useConsole.getState().fly({ extent: finding.bbox })
  }
  return (
    <li className={styles.row} data-chosen={isChosen}>
      <button type="button" className={styles.open} aria-current={isChosen || undefined} onClick={show}>
        <strong>{layer === null ? name : title}</strong>
        <span className={styles.role}>{pick(findRole(role)?.label ?? { zh: role, en: role }, i18n.language)}</span>
        <small>{layer === null ? organisationOf(finding, i18n.language) : placeWords(finding, schemes, i18n.language)}</small>
        {since && (
          <small>
            {t(finding.kind === 'left' ? 'findings.leftSince' : 'findings.expiredSince', {
              day: formatDay(since, i18n.language),
            })}
          </small>
        )}
        {gaps && gaps.length > 0 && (
          <small>
            {gaps
              .slice(0, SOME)
              .map((gap) => formatStretch(gap.chainage_from_m, gap.chainage_to_m))
              .join(t('responsibility.listComma'))}
            {gaps.length > SOME && ` ${t('findings.moreStretches', { n: gaps.length - SOME })}`}
          </small>
        )}
        <Load finding={finding} />
      </button>
      {ASSIGNABLE.includes(finding.kind) && layer !== null && id !== null && may('assignments.write') && (
        <button
          type="button"
          className={styles.person}
          onClick={() => openAssign({ layer, objects: [{ id, title }], role, standing })}
        >
          {t(standing === 'B' ? 'findings.assignSubstitute' : 'findings.assign')}
        </button>
      )}
      {person && (
        <button type="button" className={styles.person} onClick={() => useConsole.getState().openPerson(person.id)}>
          {layer === null ? t('findings.card') : name}
        </button>
      )}
    </li>
  )
}

/** A figure against its band, and who says so. */
function Load({ finding: { figure, band } }: { finding: Finding }) {
  const { t, i18n } = useTranslation()
  if (figure === null || !band) return null
  return (
    <span className={styles.load}>
      <meter min={0} max={Math.max(figure, band.maximum)} high={band.maximum} optimum={0} value={figure} />
      <b>{t(`findings.load.${band.of}`, { n: formatCount(figure), maximum: formatCount(band.maximum) })}</b>
      <small>{t('findings.source', { source: pick(band.source, i18n.language) })}</small>
    </span>
  )
}

const organisationOf = ({ person }: Finding, language: string): string =>
  person ? (language === 'en' && person.organisation_en) || person.organisation : ''

function placeWords({ layer, scheme, level, code }: Finding, schemes: readonly Scheme[], language: string): string {
  const found = schemes.find(({ id }) => id === scheme)
  const levelName = found?.levels.find((one) => one.level === level)?.name
  return [
    layer !== null && pick(findLayer(layer)!.name, language),
    found && pick(found.name, language),
    levelName && pick(levelName, language),
    code,
  ]
    .filter(Boolean)
    .join(' · ')
}
