-- The kinds of cases that a county begins with. A place ends a row and writes its own after it; nothing of this stands in code.
--
-- What comes from where:
-- * Names and numbers of components and events are those of CJ/T 214-2007, as they are found alike in the systems of several cities; they
--   were not held against the printed standard. Its 84 kinds of components are put into the five classes of GB/T 30428.2: its 房屋土地 (01 to 03)
--   and 其他设施 (01 to 06) are the class 05 here. C0113, there 消防设施, is the hydrant. Of its events only the 32 that a county manages.
-- * The four disorders (四乱) are those of the Ministry of Water Resources' campaign of 2018; the other river problems are custom.
-- * Whose a kind is and how long it may take no standard says: custom of several cities, for each place to set its own.
-- Companies for power, gas, heat, telephones and post have no duty of their own here: the city management bureau sees to it that they come.

-- What comes with the software nobody wrote: it stays out of the record.
set local jiangli.bulk = 'on';
insert into case_kinds (code, subject, class_name, class_name_en, name, name_en, layer, owner_rule, limits, files_itself,
  urgent, source, edition, valid_from)
with
sources (origin, source) as (values
  ('components', '名称编号：CJ/T 214-2007，大类：GB/T 30428.2（据各地系统，未核对原文）；责任与时限：地方通行做法'),
  ('merged', '名称：CJ/T 214-2007 房屋土地、其他设施两类（据各地系统，未核对原文），在此合为一类重新编号；责任与时限：地方通行做法'),
  ('events', '名称编号：CJ/T 214-2007（据各地系统，未核对原文）；责任与时限：地方通行做法'),
  ('four_disorders', '名称：水利部河湖“清四乱”专项行动（2018）；编号、责任与时限：地方通行做法'),
  ('custom', '名称、编号、责任与时限：河长制地方通行做法')
),
classes (class, subject, name, name_en, origin) as (values
  ('C01', 'component', '公用设施', 'Public utilities', 'components'),
  ('C02', 'component', '交通设施', 'Traffic', 'components'),
  ('C03', 'component', '市容环境', 'Cleanliness and appearance', 'components'),
  ('C04', 'component', '园林绿化', 'Trees and greenery', 'components'),
  ('C05', 'component', '其他', 'Other', 'merged'),
  ('E01', 'event', '市容环境', 'Cleanliness and appearance', 'events'),
  ('E02', 'event', '宣传广告', 'Advertising', 'events'),
  ('E03', 'event', '施工管理', 'Building sites', 'events'),
  ('E04', 'event', '突发事件', 'Emergencies', 'events'),
  ('E05', 'event', '街面秩序', 'Order in the street', 'events'),
  ('R01', 'river', '河湖“四乱”', 'Disorder along rivers', 'four_disorders'),
  ('R02', 'river', '水环境与设施', 'Water and works', 'custom')
),
owners (owner, rule) as (values
  ('city', '[{"department":"city"}]'::jsonb),
  ('water_company', '[{"department":"water_company"}]'),
  ('sanitation', '[{"department":"sanitation_company"}]'),
  ('transport', '[{"department":"transport"}]'),
  ('police', '[{"department":"police"}]'),
  ('civil', '[{"department":"civil"}]'),
  ('emergency', '[{"department":"emergency"}]'),
  ('hydrant', '[{"object":["keeper"]},{"department":"water_company"}]'),
  ('site', '[{"object":["safety_officer","keeper"]},{"department":"emergency"}]'),
  ('station', '[{"object":["keeper"]},{"department":"ecology"}]'),
  ('bin', '[{"object":["cleaner","keeper"]},{"department":"sanitation_company"}]'),
  ('litter', '[{"object":["cleaner","keeper"]},{"grid":["grid_worker_full_time","grid_leader"],"scheme":"governance"},
    {"department":"sanitation_company"}]'),
  ('park', '[{"object":["keeper"]},{"department":"city"}]'),
  ('park_dirt', '[{"object":["cleaner","keeper"]},{"department":"city"}]'),
  ('road', '[{"object":["road_chief"]},{"department":"city"}]'),
  ('road_dirt', '[{"object":["cleaner","road_chief"]},{"department":"sanitation_company"}]'),
  ('grid_city', '[{"grid":["grid_worker_full_time","grid_leader"],"scheme":"governance"},{"department":"city"}]'),
  ('grid_town', '[{"grid":["grid_worker_full_time","grid_leader"],"scheme":"governance"},{"department":"town"}]'),
  ('grid_sports', '[{"grid":["grid_worker_full_time","grid_leader"],"scheme":"governance"},{"department":"education"}]'),
  -- What is swept up is the village chief's, who sends the cleaner; what takes an order to be ended is the town's first.
  ('river_dirt', '[{"segment":["river_chief_village","cleaner","river_chief_town"]},{"department":"water"}]'),
  ('river_works', '[{"segment":["keeper","river_chief_village","river_chief_town"]},{"department":"water"}]'),
  ('river_order', '[{"segment":["river_chief_town","river_chief_village"]},{"department":"water"}]'),
  ('river_water', '[{"segment":["river_chief_town","river_chief_village"]},{"department":"ecology"}]'),
  ('river_outfall', '[{"segment":["river_chief_village","river_chief_town"]},{"object":["keeper"]},{"department":"ecology"}]'),
  ('river_crime', '[{"segment":["river_police","river_chief_town","river_chief_village"]},{"department":"police"}]')
),
-- What the desk and who verifies may take: of what is urgent, by the clock.
desk (urgent, limits) as (values
  (false, '{"file":{"amount":1,"unit":"working_hours"},"dispatch":{"amount":1,"unit":"working_hours"},
    "verify":{"amount":4,"unit":"working_hours"},"close":{"amount":1,"unit":"working_hours"}}'::jsonb),
  (true, '{"file":{"amount":0.5,"unit":"hours"},"dispatch":{"amount":0.5,"unit":"hours"},
    "verify":{"amount":2,"unit":"hours"},"close":{"amount":1,"unit":"hours"}}')
),
-- At the end, how long handling may take. In hours of the clock it is urgent: somebody may come to harm, or it is over before offices open.
kinds (code, name, name_en, layer, owner, amount, unit) as (values
  ('C0101', '上水井盖', 'Water main cover', null, 'water_company', 2, 'hours'),
  ('C0102', '污水井盖', 'Sewer cover', null, 'city', 2, 'hours'),
  ('C0103', '雨水井盖', 'Storm drain cover', null, 'city', 2, 'hours'),
  ('C0104', '雨水箅子', 'Storm drain grate', null, 'city', 2, 'hours'),
  ('C0105', '电力井盖', 'Power cable cover', null, 'city', 2, 'hours'),
  ('C0106', '路灯井盖', 'Street light cover', null, 'city', 2, 'hours'),
  ('C0107', '通讯井盖', 'Telephone cable cover', null, 'city', 2, 'hours'),
  ('C0108', '电视井盖', 'Television cable cover', null, 'city', 2, 'hours'),
  ('C0109', '网络井盖', 'Network cable cover', null, 'city', 2, 'hours'),
  ('C0110', '热力井盖', 'Heating main cover', null, 'city', 2, 'hours'),
  ('C0111', '燃气井盖', 'Gas main cover', null, 'city', 2, 'hours'),
  ('C0112', '公安井盖', 'Police cable cover', null, 'police', 2, 'hours'),
  ('C0113', '消火栓', 'Fire hydrant', 'hydrants', 'hydrant', 1, 'working_days'),
  ('C0114', '无主井盖', 'Cover of unknown owner', null, 'city', 2, 'hours'),
  ('C0115', '通讯交接箱', 'Telephone cabinet', null, 'city', 1, 'working_days'),
  ('C0116', '电力设施', 'Power equipment', null, 'city', 4, 'hours'),
  ('C0117', '立杆', 'Pole', null, 'city', 4, 'hours'),
  ('C0118', '路灯', 'Street light', null, 'city', 2, 'working_days'),
  ('C0119', '地灯', 'Ground light', null, 'city', 3, 'working_days'),
  ('C0120', '景观灯', 'Decorative light', null, 'city', 3, 'working_days'),
  ('C0121', '报刊亭', 'Newspaper kiosk', null, 'city', 3, 'working_days'),
  ('C0122', '电话亭', 'Telephone box', null, 'city', 3, 'working_days'),
  ('C0123', '邮筒', 'Letter box', null, 'city', 3, 'working_days'),
  ('C0124', '信息亭', 'Information kiosk', null, 'city', 3, 'working_days'),
  ('C0125', '自动售货机', 'Vending machine', null, 'city', 3, 'working_days'),
  ('C0126', '健身设施', 'Outdoor gym equipment', null, 'grid_sports', 3, 'working_days'),
  ('C0127', '中水井盖', 'Reclaimed water cover', null, 'water_company', 2, 'hours'),
  ('C0128', '公交井盖', 'Bus cable cover', null, 'transport', 2, 'hours'),
  ('C0129', '输油（气）井盖', 'Oil or gas pipeline cover', null, 'emergency', 2, 'hours'),
  ('C0130', '特殊井盖', 'Special cover', null, 'city', 2, 'hours'),
  ('C0131', '民用水井', 'Well', null, 'grid_town', 1, 'working_days'),
  ('C0132', '供水器', 'Public tap', null, 'water_company', 1, 'working_days'),
  ('C0133', '高压线铁塔', 'High-voltage pylon', null, 'city', 4, 'hours'),
  ('C0134', '变压器（箱）', 'Transformer', null, 'city', 4, 'hours'),
  ('C0135', '燃气调压站（箱）', 'Gas pressure regulator', null, 'city', 2, 'hours'),
  ('C0136', '监控电子眼', 'Surveillance camera', null, 'police', 2, 'working_days'),
  ('C0137', '售货亭', 'Sales kiosk', null, 'city', 3, 'working_days'),
  ('C0138', '治安岗亭', 'Police box', null, 'police', 3, 'working_days'),

  ('C0201', '停车场', 'Car park', null, 'city', 3, 'working_days'),
  ('C0202', '停车咪表', 'Parking meter', null, 'city', 3, 'working_days'),
  ('C0203', '公交站亭', 'Bus shelter', null, 'transport', 2, 'working_days'),
  ('C0204', '出租车站牌', 'Taxi stand sign', null, 'transport', 3, 'working_days'),
  ('C0205', '过街天桥', 'Footbridge', null, 'city', 2, 'working_days'),
  ('C0206', '地下通道', 'Pedestrian underpass', null, 'city', 2, 'working_days'),
  ('C0207', '高架立交桥', 'Flyover', null, 'transport', 3, 'working_days'),
  ('C0208', '跨河桥', 'River bridge', null, 'transport', 3, 'working_days'),
  ('C0209', '交通标志牌', 'Traffic sign', null, 'police', 1, 'working_days'),
  ('C0210', '交通信号灯', 'Traffic light', null, 'police', 2, 'hours'),
  ('C0211', '交通护栏', 'Guard rail', 'road_segments', 'road', 1, 'working_days'),
  ('C0212', '存车支架', 'Bicycle rack', null, 'city', 3, 'working_days'),
  ('C0213', '路名牌', 'Street name sign', null, 'civil', 3, 'working_days'),
  ('C0214', '交通信号设施', 'Traffic signal equipment', null, 'police', 1, 'working_days'),
  ('C0215', '道路信息显示屏', 'Road information display', null, 'police', 3, 'working_days'),
  ('C0216', '道路隔音屏', 'Noise barrier', 'road_segments', 'road', 5, 'working_days'),
  ('C0217', '交通岗亭', 'Traffic police box', null, 'police', 3, 'working_days'),

  ('C0301', '公共厕所', 'Public toilet', null, 'sanitation', 1, 'working_days'),
  ('C0302', '化粪池', 'Septic tank', null, 'sanitation', 1, 'working_days'),
  ('C0303', '公厕指示牌', 'Sign to a public toilet', null, 'sanitation', 3, 'working_days'),
  ('C0304', '垃圾间（楼）', 'Garbage house', 'garbage_points', 'bin', 1, 'working_days'),
  ('C0305', '垃圾箱', 'Garbage bin', 'garbage_points', 'bin', 4, 'working_hours'),
  ('C0306', '灯箱霓虹灯', 'Light box or neon sign', null, 'city', 3, 'working_days'),
  ('C0307', '广告牌匾', 'Billboard or shop sign', null, 'city', 3, 'working_days'),
  ('C0308', '环保监测站', 'Environmental monitoring station', 'monitoring_stations', 'station', 3, 'working_days'),
  ('C0309', '气象监测站', 'Weather station', null, 'emergency', 3, 'working_days'),
  ('C0310', '污水口监测站', 'Sewage outlet monitor', 'outfalls', 'station', 3, 'working_days'),

  ('C0401', '古树名木', 'Ancient or notable tree', null, 'city', 2, 'working_days'),
  ('C0402', '行道树', 'Street tree', null, 'city', 2, 'working_days'),
  ('C0403', '护树设施', 'Tree guard', null, 'city', 3, 'working_days'),
  ('C0404', '花架花钵', 'Flower stand or tub', null, 'city', 3, 'working_days'),
  ('C0405', '绿地', 'Green', 'parks', 'park', 5, 'working_days'),
  ('C0406', '雕塑', 'Sculpture', 'parks', 'park', 5, 'working_days'),
  ('C0407', '街头坐椅', 'Bench', null, 'city', 3, 'working_days'),
  ('C0408', '绿地护栏', 'Railing around a green', 'parks', 'park', 3, 'working_days'),
  ('C0409', '绿地维护设施', 'Watering and care equipment', 'parks', 'park', 3, 'working_days'),
  ('C0410', '喷泉', 'Fountain', 'parks', 'park', 3, 'working_days'),

  ('C0501', '宣传栏', 'Notice board', null, 'grid_town', 3, 'working_days'),
  ('C0502', '人防工事', 'Civil defence shelter', null, 'city', 5, 'working_days'),
  ('C0503', '公房地下室', 'Basement of public housing', null, 'city', 5, 'working_days'),
  ('C0504', '重大危险源', 'Major hazard installation', 'key_sites', 'site', 2, 'hours'),
  ('C0505', '工地', 'Building site', null, 'city', 1, 'working_days'),
  ('C0506', '水域附属设施', 'Waterside works', 'river_segments', 'river_works', 3, 'working_days'),
  ('C0507', '水域护栏', 'Waterside railing', 'river_segments', 'river_works', 1, 'working_days'),
  ('C0508', '港监设施', 'Harbour and navigation equipment', null, 'transport', 3, 'working_days'),
  ('C0509', '防洪墙', 'Flood wall', 'river_segments', 'river_works', 24, 'hours'),

  ('E0101', '私搭乱建', 'Building without permission', null, 'city', 15, 'working_days'),
  ('E0102', '暴露垃圾', 'Garbage lying about', 'garbage_points', 'litter', 4, 'working_hours'),
  ('E0103', '积存垃圾渣土', 'Heaped rubble and refuse', null, 'grid_city', 2, 'working_days'),
  ('E0105', '水域不洁', 'Dirty water surface', 'river_segments', 'river_dirt', 1, 'working_days'),
  ('E0106', '绿地脏乱', 'Litter on a green', 'parks', 'park_dirt', 4, 'working_hours'),
  ('E0110', '道路破损', 'Damaged road surface', 'road_segments', 'road', 3, 'working_days'),
  ('E0111', '河堤破损', 'Damaged river bank', 'river_segments', 'river_works', 3, 'working_days'),
  ('E0112', '道路遗撒', 'Spillage on a road', 'road_segments', 'road_dirt', 2, 'working_hours'),

  ('E0201', '非法小广告', 'Illegal bills', null, 'grid_city', 4, 'working_hours'),
  ('E0202', '违章张贴悬挂广告牌匾', 'Unauthorised posters and signs', null, 'grid_city', 1, 'working_days'),
  ('E0203', '占道广告牌', 'Sign standing in the way', null, 'grid_city', 2, 'working_hours'),
  ('E0204', '街头散发广告', 'Handing out advertisements', null, 'city', 1, 'working_hours'),

  ('E0301', '施工扰民', 'Noise from a building site', null, 'city', 2, 'working_hours'),
  ('E0302', '工地扬尘', 'Dust from a building site', null, 'city', 4, 'working_hours'),
  ('E0303', '施工废弃料', 'Building waste left behind', null, 'city', 1, 'working_days'),
  ('E0304', '施工占道', 'Building site on the road', 'road_segments', 'road', 4, 'working_hours'),
  ('E0305', '无证掘路', 'Digging up a road without permission', 'road_segments', 'road', 4, 'working_hours'),

  ('E0401', '路面塌陷', 'Road collapse', 'road_segments', 'road', 2, 'hours'),
  ('E0402', '自来水管破裂', 'Burst water main', null, 'water_company', 2, 'hours'),
  ('E0403', '燃气管道破裂', 'Burst gas main', null, 'city', 1, 'hours'),
  ('E0404', '下水道堵塞或破损', 'Blocked or broken sewer', null, 'city', 4, 'hours'),
  ('E0405', '热力管道破裂', 'Burst heating main', null, 'city', 2, 'hours'),

  ('E0501', '无照经营游商', 'Unlicensed street vendor', null, 'city', 1, 'working_hours'),
  ('E0502', '流浪乞讨', 'Homeless person or beggar in need', null, 'civil', 2, 'working_hours'),
  ('E0503', '占道废品收购', 'Scrap dealing in the street', null, 'grid_city', 2, 'working_hours'),
  ('E0504', '店外经营', 'Shop trading outside its door', null, 'grid_city', 1, 'working_hours'),
  ('E0505', '机动车乱停放', 'Badly parked motor vehicle', null, 'police', 1, 'working_hours'),
  ('E0506', '非机动车乱停放', 'Badly parked bicycles', null, 'grid_city', 2, 'working_hours'),
  ('E0507', '乱堆物堆料', 'Goods heaped up in public', null, 'grid_town', 4, 'working_hours'),
  ('E0510', '露天烧烤', 'Open-air barbecue', null, 'city', 1, 'working_hours'),
  ('E0511', '沿街晾挂', 'Washing hung out in the street', null, 'grid_town', 2, 'working_hours'),
  ('E0513', '空调室外机低挂', 'Air conditioner hung too low', null, 'grid_city', 5, 'working_days'),

  ('R0101', '乱占', 'Unlawful occupation', 'river_segments', 'river_order', 15, 'working_days'),
  ('R0102', '乱采', 'Unlawful digging of sand', 'river_segments', 'river_order', 1, 'working_days'),
  ('R0103', '乱堆', 'Unlawful dumping', 'river_segments', 'river_order', 5, 'working_days'),
  ('R0104', '乱建', 'Unlawful building', 'river_segments', 'river_order', 15, 'working_days'),

  ('R0201', '漂浮物', 'Floating debris', 'river_segments', 'river_dirt', 1, 'working_days'),
  ('R0202', '岸坡垃圾', 'Litter on the bank', 'river_segments', 'river_dirt', 2, 'working_days'),
  ('R0203', '排污口异常', 'Outfall out of order', 'outfalls', 'river_outfall', 2, 'working_days'),
  ('R0204', '电鱼毒鱼', 'Fishing by electricity or poison', 'river_segments', 'river_crime', 2, 'hours'),
  ('R0205', '水体异味变色', 'Smell or colour of the water', 'river_segments', 'river_water', 4, 'hours'),
  ('R0206', '违规养殖', 'Unlawful fish or poultry farming', 'river_segments', 'river_order', 10, 'working_days'),
  ('R0207', '堤防护岸损毁', 'Broken dike or bank protection', 'river_segments', 'river_works', 24, 'hours'),
  ('R0208', '河长公示牌损坏', 'Damaged river chief signboard', 'river_segments', 'river_works', 5, 'working_days')
)
select kinds.code, classes.subject, classes.name, classes.name_en, kinds.name, kinds.name_en, kinds.layer, owners.rule,
  desk.limits || jsonb_build_object('handle', jsonb_build_object('amount', kinds.amount, 'unit', kinds.unit)),
  classes.subject = 'river', desk.urgent, sources.source, '2026-1', date '2015-01-01'
from kinds
-- Left, so that a key without a row here is refused as a null and no kind is lost in silence.
left join classes on classes.class = left(kinds.code, 3)
left join sources using (origin)
left join owners using (owner)
left join desk on desk.urgent = (kinds.unit = 'hours')
order by kinds.code;
set local jiangli.bulk = 'off';
