"""Capitalised words that stand where a company's name could, and are none."""

from typing import Final

# Technologies, methods, products that texts about work are full of.
TECHNOLOGIES: Final = frozenset(
    "python java javascript typescript react angular vue node ruby rails php perl scala kotlin swift go golang rust sql nosql mysql postgres postgresql "
    "mongodb redis kafka spark hadoop airflow dbt snowflake databricks tableau powerbi looker excel word powerpoint office outlook teams sharepoint azure "
    "aws gcp docker kubernetes terraform ansible jenkins git github gitlab bitbucket jira confluence slack zoom linux unix windows macos ios android sap "
    "oracle salesforce hubspot marketo workday servicenow netsuite quickbooks photoshop illustrator figma sketch adobe autocad solidworks matlab simulink "
    "tensorflow pytorch keras pandas numpy scikit sklearn spss stata sas r c html css xml json rest soap graphql api apis sdk saas paas iaas crm erp etl "
    "elt ml ai nlp llm llms genai gpt chatgpt copilot agile scrum kanban devops ci cd cicd mlops gdpr hipaa sox pci iso gaap ifrs kpi kpis okr okrs roi b2b "
    "b2c d2c seo sem ppc cpa acca cima cfa pmp itil prince2 six sigma lean microsoft google amazon apple facebook instagram linkedin twitter youtube tiktok "
    "glassdoor indeed fortune forbes gartner bigquery redshift synapse fabric dax vba ssis ssrs ssas alteryx qlik qlikview qliksense power bi studio s3 ec2 "
    "lambda glue athena sagemaker vertex".split()
)
# Words that begin sentences, head sections, or name what every text about work speaks of.
ORDINARY: Final = frozenset(
    "a an the this that these those we you your our their his her its it i they he she who what when where why how which there here all any each every some "
    "most many more no not and or but if as at by for from in into of off on onto out over per since so than then to under until up upon via with within "
    "without about after also although because before being both do does don during have has is are was were will would can could may might must should "
    "shall let please role roles job jobs position positions team teams company companies business department division group office work working people "
    "person employee employees candidate candidates applicant applicants client clients customer customers user users manager managers engineer engineers "
    "engineering developer developers analyst analysts scientist scientists director lead senior junior principal staff head chief officer executive "
    "assistant associate specialist consultant coordinator administrator technician intern internship graduate graduates experience responsibilities "
    "requirements qualifications skills benefits benefit perks salary pay compensation bonus location remote hybrid onsite description summary overview "
    "details duties purpose mission vision values culture diversity inclusion equity equal opportunity opportunities employer employment privacy policy "
    "terms apply application applications process interview start date deadline contract permanent temporary full part time hours week monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october november december spring summer autumn fall "
    "winter data machine learning artificial intelligence product products platform marketing sales finance legal operations design research development "
    "security safety trust discovery quality technology software hardware information systems system services service support success growth strategy "
    "analytics digital cloud health healthcare medical dental education training financial insurance pension retail manufacturing public sector government "
    "council hospital university college school institute bachelor bachelors master masters degree phd mba bsc msc ba ma english french german spanish "
    "italian portuguese dutch polish czech swedish norwegian danish finnish russian chinese mandarin cantonese japanese korean arabic hindi hebrew turkish "
    "american british european african asian north south east west central northern southern eastern western global international national regional local "
    "united states kingdom europe america asia africa emea apac latam usa uk us eu state federal city county court covid internet web mobile online "
    "christmas easter ceo cto cfo coo cpo cmo vp svp evp hr pr qa ux ui r&d dei esg click read learn see visit note important key main new other additional "
    "preferred required minimum desired essential desirable nice good great excellent strong proven ability knowledge understanding familiarity proficiency "
    "hands exposure background track record looking join joining ideally ideal successful today tomorrow yesterday now currently together everyone anyone "
    "someone nobody something everything life home family world day days year years month months founder founders investor investors partner partners "
    "stakeholder stakeholders vendor vendors supplier suppliers board leadership management sponsor die der das wir sie du ihr unser unsere ein eine als "
    "bei für mit und oder nach über im auf aus zu zum zur le la les nous vous votre notre un une des de et ou pour avec dans sur au aux chez el los las "
    "nosotros tu su nuestro nuestra una y o para con en del al il lo gli noi un'azienda e nel os nós um uma com na het een wij jij je voor met op".split()
)
# Ordinary words that end names of companies.
OF_NAMES: Final = frozenset("group technology technologies health systems software services research partners media bank energy capital digital labs".split())
SCHOOLS: Final = frozenset("university college school institute academy universität hochschule université école universidad universidade università universiteit oxford cambridge harvard stanford mit".split())
# Endings of names that need no further proof of being a company's.
LEGAL: Final = frozenset("inc llc ltd limited gmbh ag se kg plc corp corporation company co sa sas sarl srl spa bv nv ab as aps oy kk pty pvt llp lp".split())
# What is glued to a company's name to make the key of its board.
GLUED: Final = ("careers", "career", "jobs", "job", "hiring", "recruiting", "recruitment", "talent", "external", "hq", "inc", "llc", "ltd", "limited", "gmbh", "corp", "corporation", "company", "group", "global", "international", "technologies", "technology", "tech", "labs", "software", "solutions", "systems", "usa", "us", "uk", "eu", "emea", "io", "ai", "app", "co", "com", "the", "join", "get", "try", "use", "go", "team", "my", "we", "1", "2", "3")  # fmt: skip
