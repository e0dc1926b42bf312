import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../values/numbers.ts'
import { pick } from '../../words/words.ts'
import { hasCommunitiesQuery } from '../api/grid_import.ts'
import { lookAhead, readFile } from './actions.ts'
import { Body } from './Body.tsx'
import { ColumnSelect } from './ColumnSelect.tsx'
import { CrsField } from './CrsField.tsx'
import { Footer } from './Footer.tsx'
import styles from './GridImport.module.css'
import { ToleranceField } from './ToleranceField.tsx'
import type { ColumnChoice, FileColumns } from './types.ts'
import { choose, fieldOf, goTo, toleranceOf, useWizard } from './wizard.ts'

/** Which columns name the grids, level by level, and what may be settled without asking. */
export function ColumnsStep() {
  const { t } = useTranslation()
  const wizard = useWizard()
  const { columns, choice, file, preview, previewed } = wizard
  const refused = useWizard(({ refusal }) => fieldOf(refusal))
  const [isTried, setTried] = useState(false)
  if (!columns || !choice) return <ReadAgain />
  const lowest = choice.levels.length - 1
  const isCellMissing = columns.is_table && choice.cell === null
  const isComplete =
    !isCellMissing && choice.levels.every(({ key }, index) => key !== null || index === lowest) && toleranceOf(wizard) !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete) return
    if (preview && previewed === toleranceOf(wizard)) goTo('report')
    else void lookAhead()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Body>
        <p className={styles.read}>
          {t(columns.is_table ? 'gridImport.columns.readTable' : 'gridImport.columns.read', {
            file: file!.name,
            rows: formatCount(columns.rows),
            columns: columns.columns.length,
            crs: columns.coordinate_system,
          })}
        </p>
        {columns.is_table && (
          <ColumnSelect
            label={t('gridImport.columns.cell')}
            columns={columns}
            value={choice.cell}
            none={t('gridImport.columns.choose')}
            isRefused={refused === 'request.cell'}
            error={isTried && isCellMissing ? t('gridImport.columns.keyMissing') : undefined}
            onChange={(column) => choose({ cell: column })}
          />
        )}
        <LevelColumns columns={columns} choice={choice} isTried={isTried} />
        {!columns.is_table && (
          <>
            <OtherColumns columns={columns} choice={choice} />
            <ToleranceField isTried={isTried} />
          </>
        )}
      </Body>
      <Footer back="file" next={t('gridImport.check')} />
    </form>
  )
}

/** Another coordinate system was chosen: the file is read with it first. */
function ReadAgain() {
  const { t } = useTranslation()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void readFile()
      }}
    >
      <Body>
        <CrsField />
      </Body>
      <Footer back="file" next={t('gridImport.next')} />
    </form>
  )
}

interface Props {
  readonly columns: FileColumns
  readonly choice: ColumnChoice
}

function LevelColumns({ columns, choice, isTried }: Props & { isTried: boolean }) {
  const { t, i18n } = useTranslation()
  const refused = useWizard((wizard) => fieldOf(wizard.refusal))
  const set = (index: number, changes: Partial<ColumnChoice['levels'][number]>) =>
    choose({ levels: choice.levels.map((level, at) => (at === index ? { ...level, ...changes } : level)) })
  const isUnstated = columns.file_findings.some(({ code }) => code === 'coordinate_system_not_stated')
  return (
    <fieldset className={styles.group}>
      <legend>{t('gridImport.columns.grids')}</legend>
      {isUnstated && <CrsField />}
      {columns.levels.map(({ level, name_zh, name_en }, index) => {
        const words = { level: pick({ zh: name_zh, en: name_en }, i18n.language) }
        const { key, name } = choice.levels[index]!
        const isLowest = index === columns.levels.length - 1
        return (
          <div key={level} className={styles.level}>
            <ColumnSelect
              label={t('gridImport.columns.key', words)}
              columns={columns}
              value={key}
              none={t(isLowest ? 'gridImport.columns.eachRow' : 'gridImport.columns.choose')}
              hint={
                isLowest && key === null ? t('gridImport.columns.rowsToGrids', { rows: formatCount(columns.rows) }) : undefined
              }
              error={isTried && !isLowest && key === null ? t('gridImport.columns.keyMissing') : undefined}
              isRefused={refused === `request.levels.${index}.key`}
              onChange={(column) => set(index, { key: column })}
            />
            <ColumnSelect
              label={t('gridImport.columns.name', words)}
              columns={columns}
              value={name}
              none={t('gridImport.columns.sameAsKey')}
              isRefused={refused === `request.levels.${index}.name`}
              onChange={(column) => set(index, { name: column })}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

function OtherColumns({ columns, choice }: Props) {
  const { t } = useTranslation()
  const territory = useWizard((wizard) => wizard.territory)
  const refused = useWizard((wizard) => fieldOf(wizard.refusal))
  const { data: hasCommunities } = useQuery(hasCommunitiesQuery(territory ?? ''))
  const select = (name: 'community' | 'households' | 'population', hint?: string) => (
    <ColumnSelect
      label={t(`gridImport.columns.${name}`)}
      columns={columns}
      value={choice[name]}
      none={t('gridImport.columns.none')}
      hint={hint}
      isRefused={refused === `request.${name}`}
      onChange={(column) => choose({ [name]: column })}
    />
  )
  return (
    <fieldset className={styles.group}>
      <legend>{t('gridImport.columns.others')}</legend>
      {hasCommunities === false && select('community', t('gridImport.columns.communityHint'))}
      <div className={styles.pair}>
        {select('households')}
        {select('population')}
      </div>
      <p className={styles.hint}>{t('gridImport.columns.countsHint')}</p>
    </fieldset>
  )
}
