#!/usr/bin/perl
# Makes the sample in input/: synthetic ledgers in the forms exports really
# have.  Codes stand for people and enterprises.  The figures at 2025-10-31
# are fixed (see input/README.md); everything else is drawn from a seeded
# sequence, so two runs write the same bytes.
#
#     perl tests/support/sample.pl input
use strict;
use warnings;

my $root = shift @ARGV or die "usage: sample.pl FOLDER\n";
my $seed = 20251031;

# The generator of Park and Miller: the same numbers on every machine.
sub draw {
    my ($below) = @_;
    $seed = $seed * 48271 % 2147483647;
    return $seed % $below;
}
sub pick { return $_[draw(scalar @_)]; }

my @days_in = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

sub day_after {
    my ($date, $days) = @_;
    my ($y, $m, $d) = $date =~ /(\d+)-(\d+)-(\d+)/;
    $d += $days;
    while ($m < 13 && $d > $days_in[$m]) { $d -= $days_in[$m]; $m++; }
    return "$y-12-31" if $m > 12;
    return sprintf '%04d-%02d-%02d', $y, $m, $d;
}
sub day_in { my ($month, $from, $to) = @_; return sprintf '2025-%02d-%02d', $month, $from + draw($to - $from + 1); }

# How offices write a day.
my %written = (
    iso   => sub { $_[0] },
    hanzi => sub { $_[0] =~ /(\d+)-0?(\d+)-0?(\d+)/ ? "$1年$2月$3日" : '' },
    slash => sub { $_[0] =~ /(\d+)-0?(\d+)-0?(\d+)/ ? "$1/$2/$3" : '' },
    dot   => sub { $_[0] =~ /(\d+)-(\d+)-(\d+)/ ? "$1.$2.$3" : '' },
    plain => sub { my $d = $_[0]; $d =~ s/-//g; $d },
);

sub cell {
    my ($text, $delimiter) = @_;
    return $text unless $text =~ /[\Q$delimiter\E"\r\n]/;
    $text =~ s/"/""/g;
    return "\"$text\"";
}

# One export: rows of cells, in an encoding and a form.
sub export {
    my ($path, $form, @rows) = @_;
    my ($delimiter, $end) = ($form->{delimiter} || ',', $form->{end} || "\r\n");
    my $text = join '', map { join($delimiter, map { cell($_, $delimiter) } @$_) . $end } @rows;
    (my $folder = "$root/$path") =~ s{/[^/]*$}{};
    system('mkdir', '-p', $folder) == 0 or die;
    open my $out, '|-', $form->{iconv} ? "iconv -f UTF-8 -t $form->{iconv} > '$root/$path'" : "cat > '$root/$path'" or die;
    print $out $form->{mark} || '', $text;
    close $out or die "$path";
}
my %gbk     = (iconv => 'GB18030');
my %unicode = (iconv => 'UTF-16LE', mark => "\xEF\xBB\xBF", delimiter => "\t");
my %bom     = (mark => "\xEF\xBB\xBF");
my %plain   = (end => "\n");

my @units = qw(区发改局 区经信局 区人社局 区自然资源和规划局 区住建局 区农业农村局 区文旅局 区司法局 区行政审批局 东城街道 西城街道 南郊街道 北山镇);
sub cadre { return sprintf '干部%02d', $_[0]; }

# ---- 问题 ----------------------------------------------------------------
my %kinds = (
    '项目建设' => {
        desk => 'projects', units => [qw(区发改局 区自然资源和规划局 区住建局 区行政审批局)],
        titles => ['项目%02d用地报批手续未办结', '项目%02d施工用电接入滞后', '项目%02d征迁地块尚未交付', '项目%02d环评审批材料反复补正', '项目%02d进场道路未打通'],
        measures => ['专班驻点，倒排工期，每周调度', '召开联席会，逐项明确责任单位和时限', '一次性告知所缺材料，全程帮办代办', '协调供电、交通部门现场办公'],
        results => ['项目按计划开工', '手续办结，项目提速', '地块按期交付', '当月恢复施工'],
    },
    '企业服务' => {
        desk => 'enterprise', units => [qw(区经信局 区人社局 区文旅局 区农业农村局)],
        titles => ['企业%02d技术工人短缺', '企业%02d流动资金周转困难', '企业%02d产品缺少稳定客户', '民宿%02d用地手续不全', '企业%02d扩产厂房不足'],
        measures => ['组织专场招聘，送岗到村到校', "对接银行，落实\"助企贷\"，现场授信", "上门走访3次；\n带队外出对接客户", '牵头部门联合踏勘，补办手续'],
        results => ['岗位缺口补齐', '贷款到账，生产恢复正常', '新签意向客户', '手续补齐，正常营业'],
    },
    '基层治理' => {
        desk => 'grassroots', units => [qw(东城街道 西城街道 南郊街道 北山镇)],
        titles => ['小区%02d停车秩序混乱', '社区%02d充电设施不足', '村%02d饮水管网老化', '小区%02d雨污管网堵塞', '社区%02d养老服务点未启用'],
        measures => ['入户走访，召开居民议事会', '整合网格力量，分片包保', '争取资金，纳入改造计划', '物业、居委会、业委会三方协商'],
        results => ['群众满意', '设施投入使用', '管网更换完毕', '问题销号'],
    },
    '矛盾化解' => {
        desk => 'grassroots', units => [qw(区司法局 东城街道 南郊街道)],
        titles => ['地块%02d拆迁安置纠纷', '地块%02d青苗补偿争议', '地块%02d过渡费发放争议'],
        measures => ['干部包户，面对面调解', '司法、街道联合调解，依法算账'],
        results => ['双方签订协议', '纠纷化解，签约腾退'],
    },
);
# Raised by the cutoff, solved by the cutoff, raised in November.
my @counts = (['项目建设', 50, 48, 3], ['企业服务', 46, 44, 3], ['基层治理', 24, 23, 2], ['矛盾化解', 17, 17, 1]);

my (@problems, $serial);
for my $count (@counts) {
    my ($kind, $raised, $solved, $november) = @$count;
    my $k = $kinds{$kind};
    for my $n (1 .. $raised + $november) {
        my $month = $n > $raised ? 11 : $n > $solved ? 9 + draw(2) : 2 + int(($n - 1) * 9 / $solved);
        my $raised_on = $n > $raised ? day_in(11, 1, 4) : day_in($month, 1, $month == 10 ? 14 : 26);
        my $closed_on = '';
        if ($n <= $solved) {
            $closed_on = day_after($raised_on, 3 + draw($month > 8 ? 15 : 50));
            $closed_on = day_in(10, 20, 31) if $closed_on gt '2025-10-31';
        } elsif ($n == $solved + 1 && $n <= $raised) {
            $closed_on = day_in(11, 2, 4);   # closed after the cutoff: open at it
        }
        my $late = $n <= $solved && $month >= 7 && $month <= 9 && $n % 11 == 5;
        push @problems, {
            id => sprintf('ZD-2025-%03d', ++$serial), kind => $kind, desk => $k->{desk},
            title => sprintf($k->{titles}[$n % @{ $k->{titles} }], $n),
            unit => $k->{units}[$n % @{ $k->{units} }], co => $n % 7 == 3 ? '区行政审批局、区司法局' : '',
            owner => cadre(1 + ($serial * 7) % 50), raised => $raised_on,
            due => day_after($raised_on, $n > $solved && $n % 2 ? 20 : 60), closed => $closed_on,
            measure => pick(@{ $k->{measures} }), result => $closed_on ? pick(@{ $k->{results} }) : '', late => $late,
        };
    }
}
for my $problem (@problems) { $problem->{due} = '2025-12-31' if $problem->{due} gt '2025-12-31'; }

# A desk's return for a month shows what was known when it was made: a few
# days into the month after.
sub problem_rows {
    my ($asof, $date, $open, @of) = @_;
    my $n = 0;
    return map {
        my $closed = $_->{closed} && $_->{closed} le $asof ? $_->{closed} : '';
        [++$n, $_->{id}, $_->{title}, $_->{kind}, $_->{unit}, $_->{co}, $_->{owner}, $written{$date}->($_->{raised}),
         $written{$date}->($_->{due}), $closed ? $written{$date}->($closed) : '', $closed ? '已办结' : $open, $_->{measure}, $closed ? $_->{result} : '']
    } grep { $_->{raised} le $asof } @of;
}
my @problem_titles = qw(序号 问题编号 问题名称 所属领域 责任单位 配合单位 责任人 提出时间 办理时限 办结时间 办理状态 解决措施 工作成效);

for my $return (['2025-09', '2025-09-30', '2025年9月底', '2025年9月30日'], ['2025-10', '2025-11-05', '2025年10月底', '2025年10月31日']) {
    my ($folder, $asof, $until, $on) = @$return;
    my @known = grep { !$_->{late} } @problems;
    my @rows = problem_rows($asof, 'hanzi', '办理中', grep { $_->{desk} eq 'projects' } @known);
    export("$folder/problems-projects.csv", \%gbk,
        ["重点项目攻坚专班问题台账（截至$until）", ('') x 12], ['填报单位：区发改局', ('') x 7, "填报时间：$on", ('') x 4],
        [@problem_titles], @rows, [('') x 13], ['合计', '', scalar @rows, ('') x 10], ['备注：以专班周报为准', ('') x 12]);
    @rows = problem_rows($asof, 'slash', '正在办理', grep { $_->{desk} eq 'enterprise' } @known);
    $_->[3] = '企业发展' for @rows;
    my @titles = map { { '问题名称' => '企业问题诉求', '责任单位' => '牵头单位', '办结时间' => '解决时间', '办理状态' => '是否解决', '提出时间' => '收集时间' }->{$_} || $_ } @problem_titles;
    export("$folder/problems-enterprise.txt", \%unicode, [@titles], map { $_->[10] = $_->[10] eq '已办结' ? '√' : '×'; $_ } @rows);
    @rows = problem_rows($asof, 'iso', '推进中', grep { $_->{desk} eq 'grassroots' } @known);
    my @lower = @problem_titles;
    export("$folder/problems-grassroots.csv", \%bom,
        [qw(序号 问题编号 问题名称 所属领域 责任主体), '', '', '时间节点', '', '', qw(办理状态 解决措施 工作成效)],
        [('') x 4, @lower[4 .. 9], '', '', ''], @rows);
}
# What reached the office only after September's report was out.
export('2025-10/problems-late.csv', \%plain, [@problem_titles], problem_rows('2025-11-05', 'dot', '在办', grep { $_->{late} } @problems));

# ---- 建议 ----------------------------------------------------------------
my @topics = ('设立企业用工共享平台', '推行项目审批容缺受理', '建立民宿品牌联合推介机制', '优化园区公交线路', '建设社区邻里议事厅', '开展技能人才订单培养', '统一惠企政策查询入口', '完善拆迁过渡安置公示');
my (@suggestions, $s);
for my $n (1 .. 46) {
    my $month = $n > 42 ? 11 : 2 + int(($n - 1) * 9 / 42);
    my $on = day_in($month, 1, $month == 11 ? 4 : $month == 10 ? 10 : 26);
    my $state = $n <= 42 && $n % 4 == 1 && ++$s <= 10 ? '已采纳' : $n % 5 == 0 ? '未采纳' : '研究中';
    my $adopted = $state eq '已采纳' ? day_after($on, 8 + draw(20)) : '';
    $adopted = day_in(10, 20, 30) if $adopted gt '2025-10-31';
    push @suggestions, { id => sprintf('JY-2025-%03d', $n), title => sprintf('关于%s的建议（第%d期）', $topics[$n % @topics], $n),
        by => cadre(1 + ($n * 11) % 50), unit => $units[$n % @units], kind => ('项目建设', '企业发展', '基层治理')[$n % 3], on => $on,
        state => $state, adopted => $adopted, adopter => $adopted ? $units[($n + 3) % @units] : '', measure => $adopted ? '印发通知，纳入下月工作安排' : '' };
}
for my $return (['2025-09', '2025-09-30'], ['2025-10', '2025-11-05']) {
    my ($folder, $asof) = @$return;
    export("$folder/suggestions.csv", \%bom, [qw(建议编号 建议内容 提出人 提出单位 所属领域 提交时间 采纳状态 采纳单位 采纳时间 转化措施)],
        map { my $known = $_->{adopted} && $_->{adopted} le $asof;
              [@$_{qw(id title by unit kind)}, $written{hanzi}->($_->{on}), $_->{adopted} && !$known ? '研究中' : $_->{state},
               $known ? ($_->{adopter}, $written{hanzi}->($_->{adopted}), $_->{measure}) : ('', '', '')] }
        grep { $_->{on} le $asof } @suggestions);
}

# ---- 调研报告 --------------------------------------------------------------
my @fields = ('专精特新企业培育', '重点项目全周期服务', '乡村民宿集聚发展', '基层矛盾多元化解', '园区产业链招商', '社区网格减负增效', '技能人才引育留用');
my @forms = qw(工作举措 出台文件 领导批示 项目落地 刊发);
my (@reports, $c);
for my $n (1 .. 97) {
    my $month = $n > 93 ? 11 : 2 + int(($n - 1) * 9 / 93);
    my $on = day_in($month, 1, $month == 11 ? 4 : $month == 10 ? 10 : 26);
    my $turned = $n <= 93 && ($n % 4 == 2 || $n == 1) ? day_after($on, 10 + draw(40)) : '';
    $turned = '' if $turned && ++$c > 24;
    $turned = day_in(10, 15, 30) if $turned gt '2025-10-31';
    push @reports, { id => sprintf('DY-2025-%03d', $n), title => sprintf('%s调研报告之%d', $fields[$n % @fields], $n), by => cadre(1 + ($n * 3) % 50),
        unit => $units[($n * 5) % @units], kind => ('企业发展', '项目建设', '基层治理')[$n % 3], on => $on, turned => $turned,
        state => $turned ? '已转化' : $n % 3 ? '转化中' : '未转化', form => $turned ? $forms[$n % @forms] : '', measure => $turned ? '形成具体举措并组织实施' : '', user => $turned ? $units[($n * 5 + 1) % @units] : '' };
}
for my $return (['2025-09', '2025-09-30'], ['2025-10', '2025-11-05']) {
    my ($folder, $asof) = @$return;
    my @rows = map { my $known = $_->{turned} && $_->{turned} le $asof;
        [@$_{qw(id title by unit kind)}, $written{plain}->($_->{on}), $_->{turned} && !$known ? '转化中' : $_->{state},
         $known ? ($_->{form}, $_->{measure}, $written{plain}->($_->{turned}), $_->{user}) : ('') x 4] } grep { $_->{on} le $asof } @reports;
    export("$folder/reports.csv", \%gbk, ["调研报告转化台账", ('') x 10], [qw(报告编号 报告题目 执笔人 所在单位 调研领域 提交时间 转化状态 转化形式 转化举措 转化时间 运用单位)],
        @rows, ['总计', scalar(@rows) . '篇', ('') x 9], ['填表人：干部01', ('') x 4, '审核人：干部02', ('') x 5]);
}

# ---- 干部、帮带、项目、考评、结果、指标 ----------------------------------------
my @tracks = ('重点项目', '企业服务', '基层治理');
export('2025-10/cadres.csv', \%bom, [qw(干部编号 姓名 派出单位 职务 挂职岗位 战场 开始时间 结束时间 区领导导师 部门导师)],
    map { [sprintf('G%02d', $_), cadre($_), $units[$_ % @units], $_ % 4 ? '科员' : '副科长', sprintf('%s专班%d组', $tracks[$_ % 3], 1 + $_ % 4), $tracks[$_ % 3],
           '2025-02-10', '', sprintf('区领导%02d', 1 + $_ % 9), sprintf('部门导师%02d', 1 + $_ % 17)] } 1 .. 50);

my @sessions = (['2025-03-12', '座谈会', '', '', '', 1, '青年干部话成长', 48], ['2025-05-20', '座谈会', '', '', '', 1, '项目一线见实绩', 50],
    ['2025-07-18', '座谈会', '', '', '', 1, '服务企业问需求', 50], ['2025-10-15', '座谈会', '', '', '', 1, '帮带经验交流', 49],
    map { my $m = $_; [sprintf('2025-%02d-20', $m), '理论学习', '', '', '', 1, "理论武装第" . ($m - 1) . "讲", 50] } 2 .. 10);
my $left = 206;
for my $n (1 .. 103) {
    my $month = 2 + int(($n - 1) * 9 / 103);
    push @sessions, [day_in($month, 1, 28), '一对一辅导', $n % 3 ? sprintf('部门导师%02d', 1 + $n % 17) : sprintf('区领导%02d', 1 + $n % 9),
        $n % 3 ? '部门负责人' : '区领导', cadre(1 + ($n * 13) % 50), 2, '岗位实务辅导', ''];
    $left -= 2;
}
die 'sessions' if $left;
push @sessions, ['2025-11-03', '一对一辅导', '部门导师03', '部门负责人', '干部08', 2, '岗位实务辅导', ''];
export('2025-10/mentoring.csv', \%gbk, [qw(时间 形式 导师 导师类型 帮带对象 次数 主题 参加人数)], sort { $a->[0] cmp $b->[0] } @sessions);

my @projects;
for my $n (1 .. 93) {
    my $started = $n <= 55 ? day_in(3 + $n % 8, 1, 28) : $n == 56 ? '2025-11-03' : '';
    my $plan = $started || day_in(11 + $n % 2, 1, 28);
    my $wan = 10000 + draw(40) * 500;
    push @projects, [sprintf('XM-%03d', $n), sprintf('项目%02d', $n), $units[$n % 5], ('先进制造', '文旅康养', '现代农业', '基础设施')[$n % 4], $n % 31 ? $wan : sprintf('%.1f亿元', $wan / 10000),
        int($wan * 0.6), $started && $started le '2025-10-31' ? int($wan * (10 + draw(40)) / 100) : 0, $written{iso}->(day_in(1 + $n % 3, 3, 26)), $plan, $started,
        $started ? '在建' : '签约', $n <= 23 ? '是' : '否', $started ? '主体施工' : '前期手续'];
}
push @projects, ['XM-094', '项目94', '区发改局', '先进制造', 12000, 0, 0, '2025-11-04', '2025-12-20', '', '签约', '否', '前期手续'];
export('2025-10/projects.csv', \%bom, ['项目编号', '项目名称', '责任单位', '项目类别', '总投资（万元）', '年度计划投资（万元）', '累计完成投资（万元）', '签约时间', '计划开工时间', '开工时间', '项目状态', '是否提速', '形象进度'], @projects);

my @dimensions = (['攻坚能力', 25], ['服务意识', 20], ['创新思维', 20], ['协作配合（示例）', 15], ['学习提升（示例）', 10], ['作风纪律（示例）', 10]);
for my $month (9, 10) {
    my @rows;
    for my $source ('任务完成', '企业反馈', '台账记录') {
        for my $n (1 .. 50) {
            my @scores = map { 70 + draw(28) + draw(10) / 10 } @dimensions;
            my $total = 0;
            $total += $scores[$_] * $dimensions[$_][1] for 0 .. $#dimensions;
            push @rows, [sprintf('2025-%02d', $month), sprintf('G%02d', $n), $source, (map { sprintf '%.1f', $_ } @scores), sprintf('%.3f', $total / 100)];
        }
    }
    export(sprintf('2025-%02d/evaluations.csv', $month), \%bom, ['考评月份', '干部编号', '考评来源', (map { $_->[0] } @dimensions), '总分'], @rows);
}
export('2025-10/outcomes.csv', \%gbk, [qw(时间 干部编号 类型 原任 现任 依据)],
    (map { [day_in(6 + $_ % 5, 1, 28), sprintf('G%02d', $_), $_ % 3 ? '提拔使用' : '进一步使用', '科员', '副科长', '量化考评与实绩清单'] } 1 .. 20),
    (map { [day_in(6 + $_ % 5, 1, 28), sprintf('G%02d', $_ + 20), '职级晋升', '一级科员', '四级主任科员', '量化考评与实绩清单'] } 1 .. 18),
    (map { ['2025-09-30', sprintf('G%02d', $_ + 10), '纳入储备库', '', '', '半年考评'] } 1 .. 30));
export('2025-10/indicators.csv', \%bom, [qw(指标代码 指标名称 月份 数值 计量单位 口径 界 目标 位次 来源 核对)],
    ['solved', '破解难题', '2025-10', 130, '项', '累计', '余', '', '', '专班月报', 'problems.solved'],
    ['disputes', '化解拆迁纠纷', '2025-10', 17, '件', '累计', '', '', '', '司法部门月报', ''],
    ['suggestions', '提出建议', '2025-10', 40, '条', '累计', '余', '', '', '专班月报', 'suggestions.submitted'],
    ['adopted', '采纳建议', '2025-10', 10, '条', '累计', '', '', '', '专班月报', 'suggestions.adopted'],
    ['reports', '调研报告', '2025-10', 90, '篇', '累计', '余', '', '', '专班月报', 'reports.submitted'],
    ['converted', '转化调研成果', '2025-10', 20, '篇', '累计', '余', '', '', '专班月报', 'reports.converted'],
    ['sessions', '一对一辅导', '2025-10', 200, '次', '累计', '余', '', '', '专班月报', 'mentoring.one_to_one'],
    ['accelerated', '提速重点项目', '2025-10', 23, '个', '累计', '', '', '', '专班月报', 'projects.accelerated'],
    ['start-rank', '亿元以上项目开工率位次', '2025-10', 1, '位', '累计', '', '', '全市第1', '市级通报', ''],
    ['technicians', '为企业招聘技术工人', '2025-10', 30, '人', '累计', '余', '', '', '企业反馈', ''],
    ['customers', '为企业对接意向客户', '2025-10', 25, '家', '累计', '', '', '', '企业反馈', ''],
    ['homestays', '引进民宿品牌', '2025-10', 12, '个', '累计', '', '', '', '文旅部门月报', ''],
    ['cluster-rank', '产业集群全省位次', '2025-10', 1, '位', '累计', '', '', '全省第1', '省级通报', ''],
    ['award', '获得奖补资金', '2025-10', 800, '万元', '累计', '', '', '', '省级通报', '']);

# ---- 设置和名录 --------------------------------------------------------------
export('settings.csv', \%bom, ['key', 'value'], ['title', '干部素质提升年成果月报'], ['district', '示范区'], ['publisher', '中共示范区委组织部'],
    ['report_to', '市委组织部，区委常委'], ['send_to', '区人大常委会、区政府、区政协'], ['issue_to', '各镇（街道）党委（党工委），区直各单位党组（党委）'], ['copies', '60'],
    ['year_start', '2025-01'], map { ["dimension.$_->[0]", "$_->[1]%"] } @dimensions);
export('targets.csv', \%bom, ['figure', 'target', 'month'], ['problems.solved', 150, ''], ['suggestions.adopted', 15, ''], ['reports.converted', 30, ''], ['projects.started', 70, ''], ['mentoring.one_to_one', 240, '']);
export('codes/units.csv', \%bom, ['name', 'order', 'aliases'], map { [$units[$_], $_ + 1, $units[$_] eq '区自然资源和规划局' ? '区资规局、区自规局' : ''] } 0 .. $#units);
export('codes/replacements.csv', \%bom, ['wrong', 'right'], ['截止10月底', '截至10月底'], ['百份点', '百分点']);
