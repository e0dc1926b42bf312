import { IconArrowLeft, IconDownload, IconUserPlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { rolesOf } from '#geodata/responsibility/roles.ts'
import { useRights } from '../../access/use_rights.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/pick.ts'
import styles from './AreaList.module.css'
import { AreaRow } from './AreaRow.tsx'
import { useArea } from './area.ts'
import { type AreaBody, areaListQuery } from './queries.ts'
import { useWholeList } from './use_whole_list.ts'

interface Props {
  readonly body: AreaBody
  readonly layer: Layer
}

/** Which features of a layer lie in the area, and who is responsible for each; some or all of them can be given to somebody. */
export function AreaList({ body, layer }: Props) {
  const { t, i18n } = useTranslation()
  const day = useConsole((state) => state.day)
  const may = useRights()
  const { data, error, isFetching, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    areaListQuery(body, day, layer.id),
  )
  const reason = useReason(error)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  // What was chosen in another area is not what somebody sees ticked now.
  const key = JSON.stringify(body)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area is the reason.
  useEffect(() => setChosen(new Set()), [key])
  const whole = useWholeList(body, layer)
  const top = useRef<HTMLElement>(null)
  // The counts may have been scrolled far down.
  useEffect(() => top.current?.scrollIntoView({ block: 'start' }), [])
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const matched = data?.pages[0]?.matched ?? 0
  const canAssign = may('assignments.write') && rolesOf(layer.id).length > 0

  return (
    <section ref={top} className={styles.list} aria-label={t('area.listOf', { layer: pick(layer.name, i18n.language) })}>
      <header className={styles.head}>
        <button type="button" className={styles.back} onClick={() => useArea.getState().list(null)}>
          <IconArrowLeft size={16} stroke={1.7} aria-hidden="true" />
          {t('area.backToCounts')}
        </button>
        <h2>
          {pick(layer.name, i18n.language)}
          {data && <output>{formatCount(matched)}</output>}
        </h2>
        {matched > 0 && (
          <div className={styles.actions}>
            {whole.progress ? (
              <span role="status">
                <progress max={Math.max(1, whole.progress.total)} value={whole.progress.read} />
                {t('area.reading', { read: formatCount(whole.progress.read), total: formatCount(whole.progress.total) })}
                <button type="button" onClick={whole.cancel}>
                  {t('table.cancel')}
                </button>
              </span>
            ) : (
              <>
                {canAssign && (
                  <button type="button" data-primary onClick={() => void whole.assign(chosen)}>
                    <IconUserPlus size={16} stroke={1.6} aria-hidden="true" />
                    {chosen.size > 0
                      ? t('area.assignChosen', { n: formatCount(chosen.size) })
                      : t('area.assignAll', { n: formatCount(matched) })}
                  </button>
                )}
                <button type="button" onClick={() => void whole.download()}>
                  <IconDownload size={16} stroke={1.6} aria-hidden="true" />
                  {t('area.export')}
                </button>
              </>
            )}
          </div>
        )}
        {whole.reason && (
          <p className={styles.failed} role="alert">
            {t('area.failed', { reason: whole.reason })}
          </p>
        )}
      </header>
      {error && !isFetching ? (
        <p className={styles.failed} role="alert">
          {t('area.failed', { reason })}
          <button type="button" onClick={() => void refetch()}>
            {t('failure.retry')}
          </button>
        </p>
      ) : !data ? (
        <div className={styles.loading} role="status" aria-label={t('area.loading')} />
      ) : items.length === 0 ? (
        <p className={styles.none}>{t('area.noneOfLayer')}</p>
      ) : (
        <>
          <ul className={styles.rows}>
            {items.map((feature) => (
              <AreaRow
                key={feature.id}
                layer={layer}
                feature={feature}
                chosen={canAssign ? chosen.has(feature.id) : null}
                onChoose={(on) => setChosen(withOrWithout(chosen, feature.id, on))}
              />
            ))}
          </ul>
          {hasNextPage && (
            <button type="button" className={styles.more} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {isFetchingNextPage ? t('area.loading') : t('area.more', { n: formatCount(matched - items.length) })}
            </button>
          )}
        </>
      )}
    </section>
  )
}

function withOrWithout(chosen: ReadonlySet<number>, id: number, on: boolean): ReadonlySet<number> {
  const next = new Set(chosen)
  if (on) next.add(id)
  else next.delete(id)
  return next
}
