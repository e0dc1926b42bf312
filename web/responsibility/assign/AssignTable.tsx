import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { rolesOf } from '#geodata/responsibility/roles.ts'
import { useRights } from '../../access/use_rights.ts'
import { readAll } from '../../api/pages.ts'
import { titleFields, titleOrNumber } from '../../symbols/title.ts'
import styles from '../../table/TableTools.module.css'
import { formatCount } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import { openAssign } from './assign.ts'

/** The server takes no more at once. */
const MOST = 20_000

/** Gives everything the table holds under its present conditions to somebody. */
export function AssignTable({ layer, search, count }: { layer: Layer; search: string; count: number }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  if (rolesOf(layer.id).length === 0 || !may('assignments.write')) return null

  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const query = new URLSearchParams(search)
      query.set('properties', titleFields(layer, i18n.language).join(','))
      const features = await readAll(layer.id, query.toString())
      const title = ({ id, properties }: (typeof features)[number]) => titleOrNumber(layer, id, properties, i18n.language)
      openAssign({ layer: layer.id, objects: features.map((feature) => ({ id: feature.id, title: title(feature) })) })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {reason && <span role="alert">{reason}</span>}
      <button
        type="button"
        className={styles.toggle}
        aria-label={t('assign.assign')}
        disabled={busy || count === 0 || count > MOST}
        title={count > MOST ? t('assign.tooMany', { n: formatCount(MOST) }) : t('assign.tableHint', { n: formatCount(count) })}
        onClick={() => void open()}
      >
        <IconUserPlus size={16} stroke={1.6} aria-hidden="true" />
        <span>{t('assign.assign')}</span>
      </button>
    </>
  )
}
