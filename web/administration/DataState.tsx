import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { seenLayers } from '../layers/seen.ts'
import { useConsole } from '../state/store.ts'
import { lookOf } from '../symbols/look.ts'
import { Swatch } from '../symbols/Swatch.tsx'
import { formatCount } from '../values/numbers.ts'
import { formatTime } from '../values/times.ts'
import { pick } from '../words/words.ts'
import styles from './DataState.module.css'

/** What the server holds and how fresh it is. Nothing here can be changed. */
export function DataStateBody({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { database, schemes, version } = state
  const versions = useConsole((console) => console.versions)
  const total = Object.values(state.layers).reduce((sum, { count }) => sum + count, 0)
  return (
    <div className={styles.body}>
      <h2>{t('administration.title')}</h2>
      <dl className={styles.facts}>
        <dt>{t('administration.database')}</dt>
        <dd>
          {t(`administration.${database.kind}`)}
          <small>{t('administration.versions', { postgresql: database.postgresql, postgis: database.postgis })}</small>
          {database.kind === 'embedded' && <small>{t('administration.embeddedNote')}</small>}
        </dd>
        <dt>{t('administration.application')}</dt>
        <dd>{version}</dd>
        <dt>{t('administration.schemes')}</dt>
        <dd>
          {schemes.length === 0
            ? t('layers.noSchemes')
            : schemes.map(({ id, name, levels }) => (
                <span key={id} className={styles.scheme}>
                  {pick(name, i18n.language)}
                  <small>{levels.map((level) => pick(level.name, i18n.language)).join(' › ')}</small>
                </span>
              ))}
        </dd>
      </dl>
      <table className={styles.layers}>
        <thead>
          <tr>
            <th scope="col">{t('administration.layer')}</th>
            <th scope="col" data-number>
              {t('administration.count')}
            </th>
            <th scope="col">{t('administration.changed')}</th>
            <th scope="col" data-number>
              {t('administration.version')}
            </th>
          </tr>
        </thead>
        <tbody>
          {seenLayers(state).map((layer) => {
            const one = state.layers[layer.id]
            const isEmpty = !one || one.count === 0
            return (
              <tr key={layer.id} data-empty={isEmpty}>
                <th scope="row">
                  <span className={styles.name}>
                    <Swatch look={lookOf(layer, {})} />
                    {pick(layer.name, i18n.language)}
                  </span>
                </th>
                <td data-number>{isEmpty ? t('administration.noData') : formatCount(one.count)}</td>
                <td>{isEmpty ? '' : formatTime(one.changed_at, i18n.language)}</td>
                <td data-number>{versions[layer.id] ?? one?.version}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('administration.total')}</th>
            <td data-number>{formatCount(total)}</td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
      <p className={styles.note}>{t('administration.readOnly')}</p>
    </div>
  )
}
