import { IconEdit } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseKind } from '#geodata/cases/records.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { formatDay } from '../../values/times.ts'
import { pick } from '../../words/pick.ts'
import { amountWords } from '../amounts.ts'
import { className, kindName } from '../named.ts'
import styles from './Kinds.module.css'
import { useOwnerWords } from './use_owner_words.ts'

interface Props {
  readonly kinds: readonly CaseKind[]
  /** Null for those who only read. */
  readonly onEdit: ((kind: CaseKind) => void) | null
}

export function KindTable({ kinds, onEdit }: Props) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const owner = useOwnerWords()
  if (kinds.length === 0) return <p className={styles.about}>{t('cases.report.noneFound')}</p>
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('cases.kinds.code')}</th>
            <th scope="col">{t('cases.kinds.name')}</th>
            <th scope="col">{t('cases.kinds.handle')}</th>
            <th scope="col">{t('cases.kinds.owner')}</th>
            <th scope="col">{t('cases.kinds.limits')}</th>
            <th scope="col">{t('cases.kinds.source')}</th>
            {onEdit && <td />}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const layer = kind.layer === null ? undefined : findLayer(kind.layer)
            const { file, dispatch, verify, close } = kind.limits
            return (
              <tr key={kind.code}>
                <td>{kind.code}</td>
                <th scope="row">
                  {kindName(kind, language)}
                  {kind.urgent && <i>{t('cases.urgent')}</i>}
                  <small>
                    {t(`cases.subjects.${kind.subject}`)} · {className(kind, language)}
                    {layer && ` · ${pick(layer.name, language)}`}
                  </small>
                </th>
                <td>
                  <strong>{amountWords(kind.limits.handle, t)}</strong>
                  <small>{t(`cases.clockHints.${kind.limits.handle.unit}`)}</small>
                </td>
                <td>
                  {owner.rule(kind.owner_rule)}
                  {kind.files_itself && <small>{t('cases.report.filesItself')}</small>}
                </td>
                <td>
                  <small>
                    {(
                      [
                        ['file', file],
                        ['dispatch', dispatch],
                        ['verify', verify],
                        ['close', close],
                      ] as const
                    )
                      .map(([step, limit]) => `${t(`cases.kinds.stages.${step}`)} ${amountWords(limit, t)}`)
                      .join(' · ')}
                  </small>
                </td>
                <td>
                  <small className={styles.edition}>
                    {t('cases.kinds.edition', { edition: kind.edition })} ·{' '}
                    {t('cases.kinds.from', { day: formatDay(kind.valid_from, language) })}
                    {kind.valid_to && ` · ${t('cases.kinds.until', { day: formatDay(kind.valid_to, language) })}`}
                  </small>
                  <small>{t('cases.kinds.sourceText', { source: kind.source })}</small>
                </td>
                {onEdit && (
                  <td>
                    <button
                      type="button"
                      aria-label={`${t('cases.kinds.edit')} ${kindName(kind, language)}`}
                      onClick={() => onEdit(kind)}
                    >
                      <IconEdit size={16} stroke={1.7} aria-hidden="true" />
                    </button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
