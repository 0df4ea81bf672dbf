"""What users write against our SDKs, with a mistake in each line that ends in `# E`."""

SCRIPTS = {
    "ours": """
from bench_api import BenchAPI, models
c = BenchAPI(bearer="x")
r = c.things.get_thing(thing_id="x")
assert isinstance(r, models.Thing)
s: str = r.id
reveal_type(r.owner.email)
c.things.create_thing(name="x", blocks=[])
c.things.get_thing(thing_id="x", trac="x")  # E wrong kwarg
c.things.get_thing(thing_id=5)  # E wrong type
c.things.create_thing(name="x", blocks=[{"type": "text", "txt": "x"}])  # E wrong key
c.things.get_thing()  # E missing kwarg
n: int = r.id  # E wrong result type
r.nme  # E wrong attribute
c.thngs  # E wrong resource
for ev in c.chat.stream_chat(prompt="x"):
    reveal_type(ev.delta)
""",
    "ours_large": """
from orq_ai_sdk import Orq
c = Orq(api_key="x")
r = c.datasets.create(request={"display_name": "x", "path": "p"})
s: str = r.id
reveal_type(r.metadata.total_versions)
m = c.datasets.retrieve(dataset_id="m")
reveal_type(m.created)
c.datasets.retrieve(dataset_id="x", idd="y")  # E wrong kwarg
c.datasets.retrieve(dataset_id=5)  # E wrong type
c.datasets.create(request={"display_name": "x", "pth": "p"})  # E wrong key
c.datasets.retrieve()  # E missing kwarg
n: int = r.id  # E wrong result type
r.metdata  # E wrong attribute
c.datasts  # E wrong resource
for ev in c.router.chat.completions.create(model="m", messages=[], stream=True):
    reveal_type(ev)
c.router.chat.completions.create(model="m", messages=[{"role": "user", "content": "hi"}])
""",
}
