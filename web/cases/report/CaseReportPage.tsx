// The page for the field: find, photograph, place, send; by thumb, within half a minute, also without a network.
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PHOTOS } from '#geodata/damage/grades.ts'
import page from '../../field/FieldPage.module.css'
import { FieldPage, useSaid } from '../../field/FieldPage.tsx'
import { OutboxCounts } from '../../field/OutboxList.tsx'
import { PhotosField } from '../../field/PhotosField.tsx'
import { PlaceField, placeWords } from '../../field/PlaceField.tsx'
import { usePosition } from '../../field/use_position.ts'
import { kindsQuery } from '../queries.ts'
import { proposalAsked } from './asked.ts'
import { CaseOutbox, useCaseEntries } from './CaseOutbox.tsx'
import { changeCase, changeCasePhotos, changeCasePlace, closeCaseReport, fileCase, useCaseReporting } from './draft.ts'
import { KindField } from './KindField.tsx'
import { currentKinds } from './kinds.ts'
import { ProposalBox } from './ProposalBox.tsx'
import { ThingField } from './ThingField.tsx'

const isPlaceGiven = (): boolean => useCaseReporting.getState().draft.place?.source === 'map'

export function CaseReportPage() {
  const { t } = useTranslation()
  const draft = useCaseReporting((reporting) => reporting.draft)
  const { data: kinds } = useQuery(kindsQuery)
  const { locating, locate } = usePosition({ isGiven: isPlaceGiven, onPlace: changeCasePlace })
  const [isTried, setTried] = useState(false)
  const [said, say] = useSaid()
  const body = useRef<HTMLDivElement>(null)
  const entries = useCaseEntries()
  const kind = currentKinds(kinds ?? []).find(({ code }) => code === draft.kind) ?? null
  const { place, thing, segment_id } = draft
  const asked = proposalAsked(draft, place?.position ?? null)
  const send = async () => {
    setTried(true)
    if (!kind || !place) {
      body.current?.querySelector('[data-missing="true"]')?.scrollIntoView({ block: 'center' })
      return
    }
    if (!(await fileCase(draft, kind.code, place, t('cases.report.note')))) return
    say(t(navigator.onLine ? 'field.saved' : 'field.savedOffline'))
    setTried(false)
    body.current?.scrollTo({ top: 0 })
    // The next one is somewhere else.
    locate()
  }
  return (
    <FieldPage
      title={t('cases.report.title')}
      aside={
        <OutboxCounts
          entries={entries}
          label={t('cases.report.outbox')}
          onOpen={() => body.current?.querySelector('[data-outbox]')?.scrollIntoView()}
        />
      }
      body={body}
      said={said}
      send={t(draft.same ? 'cases.report.sendNote' : 'cases.report.send')}
      onSend={() => void send()}
      onClose={closeCaseReport}
    >
      <KindField chosen={kind} layer={thing?.layer ?? null} isRiver={segment_id !== null} isMissing={isTried && kind === null} />
      <PhotosField photos={draft.photos} most={MOST_PHOTOS} onChange={changeCasePhotos} />
      <PlaceField
        chosen={place?.source ?? null}
        where={placeWords(place, locating, t)}
        onLocate={locate}
        onMap={() => useCaseReporting.setState({ step: 'map' })}
        missing={isTried && !place ? t('cases.report.placeMissing') : null}
      />
      <ThingField layer={kind?.layer ?? null} place={place?.position ?? null} thing={thing} />
      {asked && <ProposalBox asked={asked} same={draft.same} />}
      <label className={page.text}>
        {t('cases.report.text')}
        <textarea
          rows={2}
          maxLength={2000}
          value={draft.text}
          placeholder={t('cases.report.textPlaceholder')}
          onChange={({ target }) => changeCase({ text: target.value })}
        />
      </label>
      {!draft.same && (
        <label className={page.text}>
          {t('cases.report.placeName')}
          <input
            type="text"
            maxLength={200}
            value={draft.placeName}
            placeholder={t('cases.report.placePlaceholder')}
            onChange={({ target }) => changeCase({ placeName: target.value })}
          />
        </label>
      )}
      <CaseOutbox />
    </FieldPage>
  )
}
