import { useTranslation } from 'react-i18next'
import { Segments } from '../../analysis/Segments.tsx'
import { useConsole } from '../../state/store.ts'
import side from '../side/Side.module.css'
import { OrganisationsList } from './OrganisationsList.tsx'
import { PeopleList } from './PeopleList.tsx'
import { PersonView } from './PersonView.tsx'
import { useStaffView } from './staff_view.ts'

/** The people and where they work; one person's card when it is open. */
export function PeopleSide() {
  const { t } = useTranslation()
  const person = useConsole((console) => console.person)
  const list = useStaffView((view) => view.list)
  if (person !== null) return <PersonView key={person} id={person} />
  return (
    <section>
      <div className={side.head}>
        <Segments
          label={t('staff.lists')}
          value={list}
          options={[
            { value: 'people', label: t('staff.people') },
            { value: 'organisations', label: t('staff.organisations') },
          ]}
          onChange={(value) => useStaffView.setState({ list: value, offset: 0 })}
        />
      </div>
      {list === 'people' ? <PeopleList /> : <OrganisationsList />}
    </section>
  )
}
