"""Nouns, by what counting them says: work, activity, or too much to mean anything."""

# Made by work: to have it is not yet to have gained anything.
DELIVERABLES = frozenset(
    "agency vendor releases screens app apps application website websites site page"
    " pages portal dashboard dashboards feature features module modules tool tools"
    " system systems software database pipeline warehouse checklist checklists plan"
    " plans strategy strategies policy policies roadmap api apis report reports"
    " documentation document documents guide guides handbook manual process processes"
    " procedure procedures program programs programme programmes template templates"
    " prototype prototypes mvp engine backend frontend integration integrations chatbot"
    " bot newsletter newsletters brochure brochures blog video videos podcast podcasts"
    " course courses curriculum playbook playbooks framework frameworks catalogue"
    " catalog library wiki intranet crm erp script scripts book books article articles"
    " study studies paper papers training trainings product products version versions"
    " proposal proposals inventory list spreadsheet spreadsheets guidelines persona"
    " personas wireframes mockups designs bugs tickets improvements initiatives"
    " materials content cloud logo slides deck feedback functionality structure schedule"
    " calendar matrix form forms rebuild account profile campaign campaigns infographics"
    " whitepapers ebook landing server servers flyers leaflets".split()
)
# New ones of these can be told by anyone, so that their number may well be a result.
PLACES = frozenset(
    "office offices store stores shop branch branches clinic factory warehouse site".split()
)
EVENTS = frozenset(
    "workshop workshops webinar webinars event events meeting meetings survey surveys"
    " campaign campaigns training trainings session hackathon hackathons conference"
    " conferences seminar seminars interview interviews pilot pilots test tests"
    " experiment experiments demo demos talk talks presentation presentations halls"
    " roadshow roadshows audit audits retrospective retrospectives drill drills call"
    " calls beta lunch lunches one-on-ones 1:1s standup standups stand-ups sprints"
    " sprint days fair fairs".split()
)
# Done, however many: counted instead of what they bring about.
ACTIVITIES = frozenset(
    "calls meetings emails mails posts blogposts articles newsletters interviews"
    " workshops webinars commits tweets campaigns trainings talks presentations surveys"
    " flyers leaflets brochures one-on-ones 1:1s conferences seminars experiments"
    " features demos hackathons podcasts videos stories sprints check-ins stand-ups".split()
)
ACTIVITY_PAIRS = frozenset(
    (
        *(("blog", "posts"), ("blog", "articles"), ("story", "points"), ("pull", "requests")),
        *(("case", "studies"), ("press", "releases"), ("training", "sessions"), ("town", "halls")),
        *(("training", "courses"), ("team", "events"), ("trade", "fairs"), ("trade", "shows")),
        *(("networking", "events"), ("code", "reviews"), ("user", "tests"), ("user", "stories")),
        *(("usability", "tests"), ("lines", "code"), ("white", "papers"), ("job", "ads")),
        *(("site", "visits"), ("home", "visits"), ("client", "visits"), ("customer", "visits")),
        *(("sales", "visits"), ("cold", "mails"), ("team", "lunches"), ("coaching", "sessions")),
    )
)
# These calls and mails come from others: fewer or better ones are an outcome.
INCOMING = frozenset(
    "support service incoming inbound emergency help complaint customer-service spam"
    " false missed escalation follow-up unnecessary success customer user".split()
)
PLANNED = frozenset(
    "items features roadmap tasks task project projects milestones milestone plan"
    " stories sprint deliverables initiatives backlog migration phase redesign"
    " implementation activities modules".split()
)

# Who is talked to: "interviews with customers" says no more than interviews.
PEOPLE = frozenset(
    "customers clients users prospects leads partners stakeholders managers staff"
    " employees reports investors candidates teams team members parents suppliers people"
    " patients colleagues citizens residents founders engineers".split()
)

# So broad that alone they name no goal.
BROAD = frozenset(
    "software prices performance quality productivity efficiency effectiveness sales"
    " revenue revenues profit profits growth business product products service services"
    " marketing communication communications collaboration process processes operations"
    " results things team teams teamwork engineering support work efforts satisfaction"
    " costs cost traffic output code app website site system systems infrastructure"
    " everything stuff workflow workflows skills company activities ways success"
    " management money churn retention engagement awareness morale happiness"
    " profitability bugs hiring innovation".split()
)
BROAD_QUALITIES = frozenset(
    "better good great more best excellent successful productive efficient effective"
    " professional harder smarter faster innovative agile creative organised organized"
    " proactive".split()
)
PADDING = frozenset(
    "the our my their your its a an of in at for with and this next coming quarter"
    " quarter's year year's month overall general generally all across whole"
    " company-wide companywide significantly continuously constantly continually further"
    " even much more every each area areas department departments organisation"
    " organization internal internally within team's company's as possible by during end"
    " to level levels on".split()
)
COUNTABLE = frozenset(
    "revenue revenues sales users customers signups sign-ups traffic profit profits arr"
    " mrr growth output production income donations subscribers installs downloads"
    " members bookings conversion conversions share turnover visitors followers leads"
    " clients".split()
)

# Passed by somebody else's judgement: yes or no, and no number needed.
VERDICTS = frozenset(
    "certification certificate certified accreditation accredited approval approved"
    " licence license licensed profitable profitability break-even breakeven cash-flow"
    " cashflow patent patents ipo permit award audit-free compliance compliant".split()
)
