import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { findRole, rolesOf } from '#geodata/responsibility/roles.ts'
import { useConsole } from '../../state/store.ts'
import { lookOf } from '../../symbols/look.ts'
import { Swatch } from '../../symbols/Swatch.tsx'
import { titleOrNumber } from '../../symbols/title.ts'
import { formatQuantity, formatShare } from '../../values/numbers.ts'
import { pick } from '../../words/pick.ts'
import type { Responsible } from '../queries.ts'
import { showPlace } from '../show_place.ts'
import styles from './AreaList.module.css'
import type { ListedFeature } from './listed.ts'
import { vacantRoles } from './vacant.ts'

interface Props {
  readonly layer: Layer
  readonly feature: ListedFeature
  /** Null where there is nothing to choose for. */
  readonly chosen: boolean | null
  readonly onChoose: (on: boolean) => void
}

export function AreaRow({ layer, feature, chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const isSelected = useConsole(({ selection }) => selection?.layer === layer.id && selection.id === feature.id)
  const title = titleOrNumber(layer, feature.id, feature.properties, i18n.language)
  const { responsible, inside, share } = feature
  return (
    <li className={styles.row} data-feature={feature.id} data-selected={isSelected}>
      {chosen !== null && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('area.choose', { title })}
          onChange={({ target }) => onChoose(target.checked)}
        />
      )}
      <button type="button" onClick={() => showPlace({ layer: layer.id, ...feature })}>
        <span className={styles.title}>
          <Swatch look={lookOf(layer, feature.properties)} />
          <strong>{title}</strong>
          {inside !== undefined && (
            <small>
              {formatQuantity(Math.round(inside), layer.geometry === 'MultiPolygon' ? 'm2' : 'm', i18n.language)}
              {share !== undefined && share < 0.9995 && ` · ${formatShare(share)}`}
            </small>
          )}
        </span>
        {responsible && rolesOf(layer.id).length > 0 && <Names layer={layer} responsible={responsible} />}
      </button>
    </li>
  )
}

function Names({ layer, responsible }: { layer: Layer; responsible: readonly Responsible[] }) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  const roles = rolesOf(layer.id).filter(({ id }) => responsible.some(({ role }) => role === id))
  const vacant = vacantRoles(layer.id, responsible)
  const name = ({ person, standing }: Responsible) =>
    `${(english && person.name_en) || person.name}${standing === 'B' ? t('area.substitute') : ''}`
  return (
    <span className={styles.names}>
      {roles.map(({ id }) => (
        <span key={id}>
          <em>{pick(findRole(id)!.label, i18n.language)}</em>{' '}
          {responsible
            .filter(({ role }) => role === id)
            .map(name)
            .join(t('responsibility.listComma'))}
        </span>
      ))}
      {vacant.length > 0 && (
        <span className={styles.vacant}>
          {t('area.vacant', { roles: vacant.map(({ label }) => pick(label, i18n.language)).join(t('responsibility.listComma')) })}
        </span>
      )}
      {vacant.length === 0 && responsible.length === 0 && <span>{t('area.nobody')}</span>}
    </span>
  )
}
