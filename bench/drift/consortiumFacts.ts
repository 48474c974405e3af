/** A dated fact that anyone can look up. */
export type Fact = Readonly<{ on: string; fact: string; source: string }>

type Row = readonly [company: string, on: string, fact: string, source: string]

const company = "company announcement"
const press = "company spokesperson, in the press"

const rows: readonly Row[] = [
  ["cisco", "2016-12", "says it will close Intercloud, its OpenStack cloud, in March 2017", press],
  ["citrix", "2012-04-03", "gives CloudStack, a rival project, to the Apache foundation", company],
  ["dell emc", "2014-10", "EMC buys Cloudscaling", company],
  ["dell emc", "2016-09-07", "Dell and EMC complete their merger", company],
  ["enovance", "2014-06", "bought by Red Hat", company],
  ["hewlett packard", "2015-10-21", "says it will close its public OpenStack cloud in January 2016", company],
  ["hewlett packard", "2015-11-01", "splits into two companies", company],
  ["hewlett packard", "2016-10", "lays off OpenStack developers", press],
  ["hewlett packard", "2016-11-30", "passes OpenStack products and people to SUSE", company],
  ["huawei", "2019-05-16", "put on the US entity list", "US Department of Commerce"],
  ["ibm", "2018-10-28", "announces that it will buy Red Hat", company],
  ["ibm", "2019-07-09", "completes the purchase of Red Hat", company],
  ["intel", "2017-04-17", "stops funding its OpenStack centre with Rackspace", press],
  ["metacloud", "2014-09-17", "Cisco announces that it will buy it", company],
  ["mirantis", "2016-12", "has laid off about 100 OpenStack developers", "its co-founder, in the press"],
  ["mirantis", "2017-04", "launches a platform with Kubernetes beside OpenStack", company],
  ["mirantis", "2019-11-13", "buys Docker's enterprise business", company],
  ["nvidia", "2019-03-11", "announces that it will buy Mellanox", company],
  ["nvidia", "2020-04-27", "completes the purchase of Mellanox", company],
  ["rackspace", "2015-10", "begins to sell support for a rival cloud", company],
  ["rackspace", "2016-08-26", "announces that Apollo will take it private", company],
  ["rackspace", "2016-11-03", "is taken private", company],
  ["suse", "2016-11-30", "takes over OpenStack products and people of Hewlett Packard Enterprise", company],
  ["suse", "2019-10", "ends its OpenStack product", press],
  ["vmware", "2016-09-07", "its owner EMC is bought by Dell", company],
  ["yahoo", "2016-07-25", "Verizon announces that it will buy it", company],
  ["yahoo", "2017-06-13", "is bought by Verizon", company],
  ["zte", "2018-04-16", "denied US exports", "US Department of Commerce"],
  ["zte", "2018-07-13", "the denial is lifted", "US Department of Commerce"],
]

/** What is publicly known about a company, in order of time; none of it is given to the engine. */
export const factsOf = (name: string): readonly Fact[] =>
  rows.flatMap(([of, on, fact, source]) => (of === name ? [{ on, fact, source }] : []))
