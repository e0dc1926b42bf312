import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerritoryName } from '../../access/territories.ts'
import { Problem } from '../../api/problem.ts'
import type { ServerState } from '../../api/types.ts'
import { formatCount, formatQuantity } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { lookAhead, store } from './actions.ts'
import { Body } from './Body.tsx'
import { Footer } from './Footer.tsx'
import styles from './GridImport.module.css'
import report from './Report.module.css'
import { useWizard } from './wizard.ts'

/** What will be stored, and what will not. */
export function ConfirmStep({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const { preview, refusal } = useWizard()
  if (!preview) return null
  const isOutdated = refusal instanceof Problem && refusal.code === 'preview_outdated'
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void (isOutdated ? lookAhead() : store())
      }}
    >
      <Body>
        <h3>{t('gridImport.confirm.title')}</h3>
        <Summary state={state} />
        <p className={styles.hint}>{t('gridImport.confirm.record')}</p>
      </Body>
      <Footer
        back="report"
        next={isOutdated ? t('gridImport.report.again') : t('gridImport.confirm.store', { n: formatCount(preview.grids_added) })}
      />
    </form>
  )
}

function Summary({ state }: { state: ServerState }) {
  const { t, i18n } = useTranslation()
  const { scheme: id, territory, isOffMap, columns, previewed } = useWizard()
  const preview = useWizard((wizard) => wizard.preview)!
  const territoryName = useTerritoryName(isOffMap ? [] : [territory!])
  const scheme = state.schemes.find((one) => one.id === id)
  const settled = Object.values(preview.totals).reduce((all, { count, above }) => all + count - above, 0)
  const open = preview.without_grid
  const perLevel = columns!.levels.map(({ level, name_zh, name_en }) =>
    t('gridImport.confirm.perLevel', {
      level: pick({ zh: name_zh, en: name_en }, i18n.language),
      n: formatCount(preview.grids.filter((grid) => grid.level === level).length),
    }),
  )
  const area = open.reduce((sum, { area_m2 }) => sum + area_m2, 0)
  return (
    <dl className={report.summary}>
      <Line name={t('gridImport.confirm.scheme')}>{scheme ? pick(scheme.name, i18n.language) : id}</Line>
      <Line name={t('gridImport.confirm.territory')}>{isOffMap ? territory : `${territoryName(territory!)} ${territory}`}</Line>
      <Line name={t('gridImport.confirm.grids')}>{perLevel.join(t('gridImport.columns.separator'))}</Line>
      <Line name={t('gridImport.confirm.cells')}>
        {preview.keeps_cells
          ? t('gridImport.confirm.cellsKept')
          : t('gridImport.confirm.cellsMade', { n: formatCount(preview.cells_added) })}
      </Line>
      <Line name={t('gridImport.confirm.communities')}>
        {preview.communities_added > 0
          ? t('gridImport.confirm.communitiesMade', { n: formatCount(preview.communities_added) })
          : t('gridImport.confirm.communitiesKept')}
      </Line>
      <Line name={t('gridImport.confirm.slivers')}>
        {t('gridImport.confirm.sliversSettled', { metres: previewed, n: formatCount(settled) })}
      </Line>
      <Line name={t('gridImport.confirm.open')} isOpen={open.length > 0}>
        {open.length === 0
          ? t('gridImport.confirm.openNone')
          : t('gridImport.confirm.openCells', {
              n: formatCount(open.length),
              area: formatQuantity(Math.round(area), 'm2', i18n.language),
            })}
        {open.length > 0 && (
          <small>{t(preview.keeps_cells ? 'gridImport.confirm.openHintKept' : 'gridImport.confirm.openHint')}</small>
        )}
      </Line>
    </dl>
  )
}

function Line({ name, isOpen = false, children }: { name: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <div data-open={isOpen}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
