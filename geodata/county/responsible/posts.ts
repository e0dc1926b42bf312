/** What people are called in office, and what the notice on the wall says that they do. */
const post = (zh: string, en: string, duties: string | null = null) => [zh, en, duties] as const

export const POSTS = {
  // The county
  county_secretary: post('县委书记', 'County Party Secretary', '主持县委全面工作，担任县总河长。'),
  county_head: post('县长', 'County Head', '主持县政府全面工作，担任县总河长。'),
  county_deputy: post('副县长', 'Deputy County Head', '分管联系乡镇、河湖和重点工作。'),
  director: post('局长', 'Director', '主持全面工作。'),
  deputy_director: post('副局长', 'Deputy Director'),
  brigade_head: post('大队长', 'Brigade Head', '主持全面工作。'),
  centre_head: post('主任', 'Head of the Centre', '主持全面工作。'),
  manager: post('经理', 'Manager', '主持全面工作。'),
  officer: post('科员', 'Officer'),
  duty_officer: post('应急值守员', 'Emergency Duty Officer', '值班接报，核实险情，通知责任人。'),
  // Towns
  town_secretary: post('党委书记', 'Party Committee Secretary', '主持党委全面工作，担任本级总河长。'),
  town_head: post('镇长', 'Mayor', '主持政府全面工作，担任本级总河长。'),
  township_head: post('乡长', 'Head of the Township', '主持政府全面工作，担任本级总河长。'),
  office_head: post('办事处主任', 'Director of the Sub-district Office', '主持办事处全面工作，担任本级总河长。'),
  town_leader: post('班子成员', 'Member of the Leadership', '联系村（社区），包片包网格。'),
  section_leader: post('分片领导', 'Section Leader', '统筹本片网格，督促问题办结。'),
  town_cadre: post('包网格干部', 'Grid Cadre', '每周走访网格，登记、上报并跟踪问题。'),
  safety_office: post('应急办主任', 'Head of the Emergency Office', '消防、防汛、地灾和安全生产的日常工作。'),
  grid_centre: post('网格化服务中心主任', 'Head of the Grid Service Centre', '网格划分、人员调整和考核。'),
  affairs_office: post('社会事务办主任', 'Head of Social Affairs', '劳动用工、民政和社会保障的日常工作。'),
  affairs_clerk: post('社会事务办干事', 'Social Affairs Clerk'),
  street_chief: post('街长', 'Street Chief', '市容秩序、保洁质量和设施完好。'),
  // Communities and villages
  village_secretary: post('村党支部书记、村委会主任', 'Village Party Secretary and Head', '主持村级工作，担任网格长和村级河长。'),
  quarter_secretary: post('社区党委书记、居委会主任', 'Community Party Secretary and Head', '主持社区工作，担任网格长。'),
  committee_deputy: post('副书记', 'Deputy Secretary', '协助书记工作，书记外出时代行职责。'),
  committee_member: post('委员', 'Committee Member', '包联本村网格，入户走访，调解纠纷。'),
  grid_leader: post('网格长', 'Grid Leader', '统筹本网格巡查、走访和问题上报。'),
  grid_worker: post('专职网格员', 'Full-time Grid Worker', '每日巡查，信息采集，问题上报。'),
  part_time_worker: post('兼职网格员', 'Part-time Grid Worker', '协助巡查和信息采集。'),
  micro_leader: post('微网格长', 'Micro-grid Leader', '联系本片住户，传达通知，报告异常。'),
  safety_officer: post('安全员', 'Safety Officer', '重点场所日常检查，督促整改。'),
  reporter: post('灾情速报员', 'Damage Reporter', '震后十分钟内报告本村震感、伤亡和房屋损坏。'),
  cleaner: post('保洁员', 'Cleaner', '责任区清扫，垃圾分类收集，桶点整洁。'),
  // Services
  team_leader: post('保洁班组长', 'Cleaning Team Leader', '年内退休，名下点位和路段待移交。'),
  road_cleaner: post('道路保洁员', 'Road Cleaner', '责任路段清扫保洁。'),
  point_inspector: post('点位管护员', 'Point Keeper', '桶点巡检，破损更换，清运调度。'),
  hydrant_keeper: post('消火栓管护员', 'Hydrant Keeper', '每季度试水一次，报修漏损，清理埋压圈占。'),
  firefighter: post('消防员', 'Firefighter', '水源熟悉，灭火救援。'),
  squad_leader: post('监督片区队长', 'Supervision Squad Leader', '统筹片区工作网格的监督和核查。'),
  supervisor: post('监督员', 'Supervisor', '巡查上报，核实核查城市管理问题。'),
  case_worker: post('处置员', 'Case Worker', '接收派遣，现场处置，按时反馈。'),
  desk_operator: post('坐席员', 'Desk Operator', '受理、立案、派遣和结案。'),
  labour_inspector: post('劳动保障监察员', 'Labour Inspector', '用人单位日常巡视检查，受理举报投诉。'),
  road_chief: post('路长', 'Road Chief', '责任路段巡查，病害处置，路域环境。'),
  river_police: post('河道警长', 'River Police Officer', '查处涉河违法行为，配合河长巡河。'),
  water_keeper: post('管网管护员', 'Works Keeper', '污水设施和排口巡检。'),
  park_keeper: post('公园管理员', 'Park Keeper', '园容、设施和应急避难场地管理。'),
  monitor: post('监测员', 'Monitor', '采样送检，站点维护。'),
  hazard_officer: post('地灾防治专员', 'Geohazard Officer', '汛前排查、汛中巡查、汛后核查。'),
  // Schools
  head_teacher: post('校长', 'Head Teacher', '校园安全第一责任人。'),
  safety_teacher: post('安全副校长', 'Deputy Head for Safety', '校园安全日常管理，每日巡查。'),
  teacher: post('安全网格员', 'Safety Grid Teacher', '责任区每日巡查，记录并报告隐患。'),
} as const

export type PostId = keyof typeof POSTS
