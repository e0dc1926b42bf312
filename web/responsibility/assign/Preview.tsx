import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { findRole } from '#geodata/responsibility/roles.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { pick } from '../../words/pick.ts'
import { formatStretch } from '../chainage.ts'
import styles from './Assign.module.css'
import type { AssignRequest } from './assign.ts'
import type { Order, RefusedRow, Report } from './queries.ts'

interface Props {
  readonly request: AssignRequest
  readonly order: Order
  /** Null as long as it is worked out, and where it is refused. */
  readonly report: Report | null
  readonly rows: readonly RefusedRow[]
  /** Why all of it is refused. */
  readonly reason: string
  readonly busy: boolean
  readonly onBack: () => void
  readonly onRetry: (order: Order) => void
  readonly onConfirm: () => void
}

/** Enough to see what it is about; the numbers say how many there are. */
const SHOWN = 50

/** What would happen, before anything does. */
export function Preview({ request, order, report, rows, reason, busy, onBack, onRetry, onConfirm }: Props) {
  const { t } = useTranslation()
  const refused = new Set(rows.map(({ index }) => index))
  const others = order.objects.filter((_, index) => !refused.has(index))
  const isHeld = rows.some(({ code }) => code === 'assignments_overlap')
  return (
    <div className={styles.form} aria-busy={busy}>
      {busy && !report && <p role="status">{t('assign.rehearsing')}</p>}
      {reason && (
        <p className={styles.failed} role="alert">
          {t('assign.failed', { reason })}
        </p>
      )}
      {rows.length > 0 && <Refused rows={rows} request={request} order={order} />}
      {isHeld && !order.replace && !busy && <p className={styles.aside}>{t('assign.heldHint')}</p>}
      {report && rows.length === 0 && <Outcome report={report} />}
      <div className={styles.actions}>
        <Button variant="default" onClick={onBack} disabled={busy}>
          {t('assign.back')}
        </Button>
        {isHeld && !order.replace && (
          <Button variant="default" disabled={busy} onClick={() => onRetry({ ...order, replace: true })}>
            {t('assign.retryReplacing')}
          </Button>
        )}
        {rows.length > 0 && others.length > 0 && (
          <Button variant="default" disabled={busy} onClick={() => onRetry({ ...order, objects: others })}>
            {t('assign.retryOthers', { n: formatCount(others.length) })}
          </Button>
        )}
        {report && rows.length === 0 && (
          <Button loading={busy} disabled={report.created.length === 0} onClick={onConfirm}>
            {t('assign.confirm', { n: formatCount(report.created.length) })}
          </Button>
        )}
      </div>
    </div>
  )
}

function Outcome({ report: { created, ended, kept, unchanged } }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const english = i18n.language === 'en'
  const named = ({ title, title_en, code, object_id }: Report['created'][number]) =>
    (english && title_en) || title || code || `#${object_id}`
  const stretch = ({
    chainage_from_m: from,
    chainage_to_m: to,
  }: {
    chainage_from_m: number | null
    chainage_to_m: number | null
  }) => (from === null ? '' : ` ${formatStretch(from, to!)}`)
  const person = (one: Report['created'][number]['person']) => (english && one.name_en) || one.name
  const first = created[0]
  return (
    <div role="status" className={styles.outcome}>
      <p className={styles.lead}>
        {first
          ? t('assign.willCreate', {
              person: person(first.person),
              role: pick(findRole(first.role)!.label, i18n.language),
              n: formatCount(created.length),
              from: formatDay(first.valid_from, i18n.language),
            })
          : t('assign.willNothing')}
      </p>
      <List items={created.map((one) => ({ key: `${one.object_id}`, text: named(one) + stretch(one) }))} />
      {ended.length > 0 && (
        <>
          <p>{t('assign.willEnd', { n: formatCount(ended.length) })}</p>
          <List
            items={ended.map((one) => ({
              key: `${one.id}`,
              text: t('assign.endsOn', {
                person: person(one.person),
                title: named(one as never) + stretch(one),
                day: formatDay(one.ends_on, i18n.language),
              }),
            }))}
          />
        </>
      )}
      {kept.length > 0 && (
        <>
          <p>{t('assign.willKeep', { n: formatCount(kept.length) })}</p>
          <List
            items={kept.map((one, index) => ({
              key: `${index}`,
              text: `${person(one.person)} · ${named(one as never)}${stretch(one)}`,
            }))}
          />
        </>
      )}
      {unchanged.length > 0 && <p>{t('assign.unchanged', { n: formatCount(unchanged.length) })}</p>}
    </div>
  )
}

function List({ items }: { items: readonly { readonly key: string; readonly text: string }[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.names}>
      {items.slice(0, SHOWN).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
      {items.length > SHOWN && <li>{t('assign.andMore', { n: formatCount(items.length - SHOWN) })}</li>}
    </ul>
  )
}

function Refused({ rows, request, order }: Pick<Props, 'rows' | 'request' | 'order'>) {
  const { t } = useTranslation()
  const titles = new Map(request.objects.map(({ id, title }) => [id, title]))
  const count = new Set(rows.map(({ index }) => index)).size
  return (
    <div className={styles.refused} role="alert">
      <p>{t('assign.refused', { n: formatCount(count), total: formatCount(order.objects.length) })}</p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('assign.object')}</th>
              <th scope="col">{t('assign.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ index, id, code, detail }) => (
              <tr key={`${index}/${code}/${detail}`}>
                <td>{titles.get(id) ?? id}</td>
                <td>{detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p>{t('assign.andMore', { n: formatCount(rows.length - SHOWN) })}</p>}
    </div>
  )
}
